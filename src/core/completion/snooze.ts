import type { Disposable } from '../disposable';
import { Emitter } from '../emitter';

/** Completion is silent for a while, and comes back by itself. */
export class Snooze implements Disposable {
  private readonly changed = new Emitter<boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls `listener` when it begins and when it ends. */
  onChange(listener: () => void): Disposable {
    return this.changed.on(listener);
  }

  get isOn(): boolean {
    return this.timer !== undefined;
  }

  /** @param ms from now on; a snooze that is on begins anew. */
  start(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), ms);
    this.changed.emit(true);
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changed.emit(false);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
