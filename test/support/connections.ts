/** A TCP connection that the extension host began, whether it came about or not. */
export interface Connection {
  readonly host: string;
  readonly port: number;
}

/**
 * Every connection that this process has begun since it started, by whichever way of connecting.
 * Grows while one looks. Only where netWatch.cjs is loaded.
 */
export function connections(): readonly Connection[] {
  const { aliadaConnections } = globalThis as { aliadaConnections?: Connection[] };
  if (!aliadaConnections) throw new Error('netWatch.cjs is not loaded into this process.');
  return aliadaConnections;
}
