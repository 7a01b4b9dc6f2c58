/** Waits so many milliseconds. @returns false where the signal was aborted first. */
export function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (whole: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      resolve(whole);
    };
    const leave = (): void => end(false);
    const timer = setTimeout(() => end(true), ms);
    signal.addEventListener('abort', leave, { once: true });
  });
}
