/**
 * What a log line may hold: figures, and single words of ours (a reason, a host, a route). There is no
 * field for free text on purpose: code, prompts, answers and keys never reach the log.
 */
export type LogFields = Readonly<Record<string, number | boolean | string | undefined>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
}

/** Longest value of a field. Hosts, reasons and model names are shorter; a text would be cut. */
const maxFieldLength = 80;

/** One line: the event, then `name=value` pairs. */
export function logLine(event: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value).replace(/\s+/g, '_').slice(0, maxFieldLength)}`);
  return [event, ...pairs].join(' ');
}
