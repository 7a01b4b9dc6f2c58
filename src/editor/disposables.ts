import type { Disposable } from '../core/disposable';

/** Disposes all of `items`, the last registered first. */
export function together(...items: readonly Disposable[]): Disposable {
  return {
    dispose: () => {
      for (const item of [...items].reverse()) item.dispose();
    },
  };
}
