import { keepServer } from './core/localModel/keeper.node';
import { usualTimings, type Timings } from './core/localModel/serverState';

// `node localModelKeeper.js FOLDER [TIMINGS]`: a process of its own that keeps the local model's server for all windows.
const [, , folder, timings = '{}'] = process.argv;
const all: Timings = { ...usualTimings, ...(JSON.parse(timings) as Partial<Timings>) };
if (folder !== undefined) void keepServer(folder, all).finally(() => process.exit());
