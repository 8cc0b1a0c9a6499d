import type { Build } from '../build';
import type { Phone } from '../phone';
import type { Realm } from '../realm';
import type { PageStack } from '../stack';
import type { Timers } from '../timers';

export type Options = Readonly<Record<string, unknown>>;
export type Listener = (...given: unknown[]) => unknown;

/** The running mini-program, as the functions of `wx` see it. */
export interface Host {
  readonly phone: Phone;
  readonly build: Build;
  readonly realm: Realm;
  readonly timers: Timers;
  readonly stack: PageStack;
  readonly launched: Options;
  /** Those who asked to be told, by event: `NetworkStatusChange`. */
  readonly listeners: Map<string, Set<Listener>>;
  /** Whether a tap of hers is being answered: some functions want one. */
  readonly isTapped: boolean;
  /** Ends what is on its way when the run ends. */
  readonly untilKilled: AbortSignal;
  guarded(run: () => void): void;
  /** Runs the work as part of answering a tap. */
  asTapped(run: () => void): void;
  /** Counts work under way until it is done. */
  working<T>(work: Promise<T>): Promise<T>;
}

/** One area of `wx`. */
export interface Area {
  /** Functions that answer later, by callbacks or a promise. What they throw is the `errMsg` of the failure. */
  readonly later?: Readonly<Record<string, (options: Options) => unknown>>;
  /** Functions that answer at once with plain data. What they throw is thrown to the app. */
  readonly now?: Readonly<Record<string, (...given: never[]) => unknown>>;
  /** Functions that answer with an object of functions. */
  readonly asIs?: Readonly<Record<string, unknown>>;
}

/** A failure with more than its message. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly more: Options = {},
  ) {
    super(message);
  }
}
