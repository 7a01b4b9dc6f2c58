/** How long typing has to rest before a request is made, in milliseconds. */
const restMs = 120;

/**
 * Waits until typing rests; not at all where a person asked.
 * @returns false where the signal was aborted before.
 */
export function rested(trigger: 'invoke' | 'automatic', signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  if (trigger === 'invoke') return Promise.resolve(true);
  return new Promise((resolve) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve(true);
    }, restMs);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
