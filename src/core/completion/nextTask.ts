/** The extension host has it, a browser has not. */
const { setImmediate: immediately } = globalThis as { setImmediate?: (run: () => void) => unknown };

/** Lets all that is ready run first. Where it can be helped not by a timer, which takes a millisecond at least. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (immediately === undefined) setTimeout(resolve, 0);
    else immediately(resolve);
  });
}
