import { Emitter } from '../emitter';
import type { Refusal } from '../privacy/refusal';
import type { EndpointUse } from './endpoints';
import { isAborted, type EndpointError } from './errors';
import type { StandIn } from './fallback';

/** What Aliada is doing, for the status bar. */
export type ActivityState =
  | { readonly kind: 'noEndpoint' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'working' }
  /** A request is to be made again by itself, since the server is loading its model or has too much to do. */
  | {
      readonly kind: 'waiting';
      readonly error: EndpointError;
      /** Gives up all that waits in this moment, whoever asked for it. */
      readonly stop: () => void;
    }
  | { readonly kind: 'error'; readonly error: EndpointError }
  /** Completion is kept back: without consent, or to a host that is not allowed. */
  | { readonly kind: 'keptBack'; readonly refusal: Refusal };

/** Counts what is under way and remembers the last failure until something succeeds. */
export class Activity {
  private readonly emitter = new Emitter<ActivityState>();
  private underWay = 0;
  private error: EndpointError | undefined;
  private refusal: Refusal | undefined;
  private readonly standing = new Map<EndpointUse, StandIn>();
  private readonly waits = new Set<{ readonly error: EndpointError; readonly stop: () => void }>();

  constructor(private hasEndpoint: boolean) {}

  readonly onChange = (listener: (state: ActivityState) => void): { dispose(): void } =>
    this.emitter.on(listener);

  get state(): ActivityState {
    const waits = [...this.waits];
    const [wait] = waits;
    if (wait !== undefined) {
      const stop = (): void => waits.forEach((one) => one.stop());
      return { kind: 'waiting', error: wait.error, stop };
    }
    if (this.underWay > 0) return { kind: 'working' };
    if (!this.hasEndpoint) return { kind: 'noEndpoint' };
    if (this.refusal !== undefined) return { kind: 'keptBack', refusal: this.refusal };
    return this.error === undefined ? { kind: 'ready' } : { kind: 'error', error: this.error };
  }

  /** Which endpoints do the work of a first one that is down, by use. */
  get standIns(): ReadonlyMap<EndpointUse, StandIn> {
    return this.standing;
  }

  /** Another endpoint took over, or, with `undefined`, the first one is back. */
  standIn(use: EndpointUse, standIn: StandIn | undefined): void {
    if (standIn === undefined) this.standing.delete(use);
    else this.standing.set(use, standIn);
    // What the first one failed with is mended as far as the person is concerned.
    this.error = undefined;
    this.emitter.emit(this.state);
  }

  /** Something is under way that has requests of its own. Call the returned function once when it ends. */
  hold(): () => void {
    this.underWay += 1;
    this.emitter.emit(this.state);
    return () => {
      this.underWay -= 1;
      this.emitter.emit(this.state);
    };
  }

  /** A request begins. Call the returned function once when it ends, with the error if it failed. */
  begin(): (error?: EndpointError) => void {
    this.underWay += 1;
    this.emitter.emit(this.state);
    return (error) => {
      this.underWay -= 1;
      if (error === undefined || !isAborted(error)) this.error = error;
      this.emitter.emit(this.state);
    };
  }

  /** Completion was kept back; with `undefined`, what held it back has changed. */
  keptBack(refusal: Refusal | undefined): void {
    if (this.refusal === undefined && refusal === undefined) return;
    this.refusal = refusal;
    this.emitter.emit(this.state);
  }

  /**
   * A request under way waits because of `error`; `stop` gives it up. Call the returned function when it goes on or
   * has given up.
   */
  wait(error: EndpointError, stop: () => void): () => void {
    const wait = { error, stop };
    this.waits.add(wait);
    this.emitter.emit(this.state);
    return () => {
      this.waits.delete(wait);
      this.emitter.emit(this.state);
    };
  }

  /** The settings changed: what failed before says nothing of them. */
  settingsChanged(hasEndpoint: boolean): void {
    this.hasEndpoint = hasEndpoint;
    this.error = undefined;
    this.refusal = undefined;
    this.emitter.emit(this.state);
  }
}
