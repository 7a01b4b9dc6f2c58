/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value, where it is an object. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The objects of a list; empty where there is none. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(asObject).filter((one) => one !== undefined) : [];
}

export function objectIn(object: JsonObject | undefined, field: string): JsonObject | undefined {
  return asObject(object?.[field]);
}

/** A text that is not empty. */
export function textIn(object: JsonObject | undefined, field: string): string | undefined {
  const value = object?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number above zero: a size. */
export function numberIn(object: JsonObject | undefined, field: string): number | undefined {
  const value = object?.[field];
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

export function booleanIn(object: JsonObject | undefined, field: string): boolean | undefined {
  const value = object?.[field];
  return typeof value === 'boolean' ? value : undefined;
}
