/** What became of a day's suggestions. Kept here, shown to the person, never sent. */
export interface DayFigures {
  /** The day in the person's own time, as `2026-11-23`. */
  readonly day: string;
  readonly offered: number;
  /** Taken whole: seen by the command that comes with a suggestion. */
  readonly accepted: number;
  /** Taken in part: inferred from how the document changed, since VS Code does not tell. */
  readonly partlyAccepted: number;
  /** Of the taken ones, those looked at a minute later, and those that still stood there. */
  readonly checked: number;
  readonly kept: number;
  /** The newest waiting times, from VS Code's question to the answer, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Waiting times that are kept. */
const most = 200;

/** Where the figures outlive the window. */
export interface FigureStore {
  read(): unknown;
  write(figures: DayFigures): void;
}

/** Counts a day's suggestions. A new day begins with nothing. */
export class Figures {
  private figures: DayFigures;

  /** @param today the day in the person's own time, as `2026-11-23`. */
  constructor(
    private readonly store: FigureStore,
    private readonly today: () => string,
  ) {
    this.figures = readFigures(store.read()) ?? none(today());
  }

  get current(): DayFigures {
    if (this.figures.day !== this.today()) this.figures = none(this.today());
    return this.figures;
  }

  offered(latencyMs: number): void {
    const { offered, latencies } = this.current;
    this.update({ offered: offered + 1, latencies: [...latencies, Math.round(latencyMs)].slice(-most) });
  }

  accepted(): void {
    this.update({ accepted: this.current.accepted + 1 });
  }

  partlyAccepted(): void {
    this.update({ partlyAccepted: this.current.partlyAccepted + 1 });
  }

  checked(kept: boolean): void {
    const { checked, kept: before } = this.current;
    this.update({ checked: checked + 1, kept: before + Number(kept) });
  }

  forget(): void {
    this.figures = none(this.today());
    this.store.write(this.figures);
  }

  private update(some: Partial<DayFigures>): void {
    this.figures = { ...this.current, ...some };
    this.store.write(this.figures);
  }
}

/** The middle waiting time in milliseconds; `undefined` where nothing was offered. */
export function typicalLatency({ latencies }: DayFigures): number | undefined {
  return [...latencies].sort((a, b) => a - b)[Math.floor(latencies.length / 2)];
}

function none(day: string): DayFigures {
  return { day, offered: 0, accepted: 0, partlyAccepted: 0, checked: 0, kept: 0, latencies: [] };
}

/** What was stored, whoever wrote it. */
function readFigures(stored: unknown): DayFigures | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { day, latencies, ...counts } = { ...none(''), ...stored };
  const known = Object.values(counts).every((count) => Number.isInteger(count) && count >= 0);
  const times = Array.isArray(latencies) && latencies.every((ms) => Number.isFinite(ms));
  return typeof day === 'string' && known && times ? { ...counts, day, latencies } : undefined;
}
