import type { Disposable } from '../disposable';
import { Emitter } from '../emitter';

/** Completion is silent for a while, and comes back by itself. */
export class Snooze implements Disposable {
  private readonly changed = new Emitter<boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private endsAt: number | undefined;

  /** Calls `listener` when it begins and when it ends. */
  onChange(listener: () => void): Disposable {
    return this.changed.on(listener);
  }

  get isOn(): boolean {
    return this.endsAt !== undefined;
  }

  /** When it ends by itself, in milliseconds since 1970; `undefined` while there is none. */
  get until(): number | undefined {
    return this.endsAt;
  }

  /** @param ms from now on; a snooze that is on begins anew. */
  start(ms: number): void {
    clearTimeout(this.timer);
    this.endsAt = Date.now() + ms;
    this.timer = setTimeout(() => this.end(), ms);
    this.changed.emit(true);
  }

  end(): void {
    clearTimeout(this.timer);
    this.endsAt = undefined;
    this.changed.emit(false);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
