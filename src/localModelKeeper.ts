import { keepServer } from './core/localModel/keeper.node';

// `node localModelKeeper.js FOLDER`: a process of its own that keeps the local model's server for all windows.
const [, , folder] = process.argv;
if (folder !== undefined) void keepServer(folder).finally(() => process.exit());
