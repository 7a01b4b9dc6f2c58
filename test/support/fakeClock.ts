import { mock } from 'node:test';
import { settled } from './handFedEndpoint';

/** Time that passes only when a test says so: for `setTimeout`, and for who asks `now`. */
export class FakeClock {
  readonly now = (): number => Date.now();

  constructor() {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  }

  /** Lets time pass, and what waits for it happen. */
  async pass(ms: number): Promise<void> {
    await settled();
    mock.timers.tick(ms);
    await settled();
  }

  restore(): void {
    mock.timers.reset();
  }
}
