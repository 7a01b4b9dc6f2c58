/** How much an explanation explains, as the values of `aliada.explanations.level`. */
export const levels = ['beginner', 'standard', 'brief'] as const;
export type Level = (typeof levels)[number];

/** The level that a setting or a message names; `undefined` for anything else. */
export function readLevel(value: unknown): Level | undefined {
  return levels.find((level) => level === value);
}
