import { answerLanguages, type AnswerLanguage } from './languages';

/** How often a model's answers in a language came in another one, before anything was done about it. */
export interface DriftRow {
  readonly model: string;
  readonly language: AnswerLanguage;
  /** Answers whose language could be seen. */
  readonly answers: number;
  readonly drifted: number;
}

/** Where the rows outlive the window. */
export interface DriftStore {
  read(): unknown;
  write(rows: readonly DriftRow[]): void;
}

/** Rows that are kept: the newest. */
const most = 100;

/** Counts drift per model and language. Kept here, shown to the person, never sent. */
export class DriftTally {
  constructor(private readonly store: DriftStore) {}

  get rows(): readonly DriftRow[] {
    // Read anew: another window counts as well.
    const stored = this.store.read();
    return Array.isArray(stored) ? (stored as unknown[]).filter(isRow) : [];
  }

  count(model: string, language: AnswerLanguage, drifted: boolean): void {
    const { rows } = this;
    const isSame = (row: DriftRow): boolean => row.model === model && row.language === language;
    const before = rows.find(isSame) ?? { model, language, answers: 0, drifted: 0 };
    const after = { ...before, answers: before.answers + 1, drifted: before.drifted + Number(drifted) };
    this.store.write([...rows.filter((row) => !isSame(row)), after].slice(-most));
  }

  forget(): void {
    this.store.write([]);
  }
}

/** What was stored, whoever wrote it. */
function isRow(row: unknown): row is DriftRow {
  const { model, language, answers, drifted } = (row ?? {}) as Partial<Record<keyof DriftRow, unknown>>;
  return (
    typeof model === 'string' &&
    answerLanguages.some((one) => one === language) &&
    [answers, drifted].every((count) => Number.isInteger(count) && Number(count) >= 0)
  );
}
