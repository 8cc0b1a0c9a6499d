import { PhoneStorage } from './phone-storage';

/** `answers lost`: requests reach the server, and nothing comes back. */
export type Signal = 'on' | 'off' | 'slow' | 'answers lost';

export interface ModalAnswer {
  readonly confirm: boolean;
  /** What she typed, when the dialog has a field. */
  readonly content?: string;
}

export interface PhoneOptions {
  /** Give another phone's storage to go on with what it kept. */
  readonly storage?: PhoneStorage;
  /** What `wx.login` answers; when it throws, signing in fails on the phone. */
  readonly loginCode?: () => string | Promise<string>;
  /** Origins to ask instead of those in the build: `{ 'http://localhost:3000': server.url }`. */
  readonly reroute?: Readonly<Record<string, string>>;
  /** What `wx.cloud` leads to; without it there is no cloud. */
  readonly cloud?: CloudGateway;
  /** More of `wx`, or other answers than the usual ones. */
  readonly wx?: Readonly<Record<string, unknown>>;
}

/** WeChat Cloud Hosting, as the phone meets it: an environment with one service, and who WeChat knows she is. */
export interface CloudGateway {
  readonly environment: string;
  readonly service: string;
  /** Where the service's container listens. */
  readonly url: string;
  readonly appId: string;
  readonly openid: string;
}

export interface WxCall {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The phone in her hand: what a spec may set, and what it remembers.
 * It survives `kill()`: start another mini-program with the same phone.
 */
export class Phone {
  readonly storage: PhoneStorage;
  readonly loginCode: () => string | Promise<string>;
  readonly reroute: Readonly<Record<string, string>>;
  readonly wx: Readonly<Record<string, unknown>>;
  readonly cloud: CloudGateway | undefined;

  /** When set, every call through the cloud fails with this number: 102002 is a timeout, -606001 the cloud's own trouble. */
  cloudFailure: number | undefined;
  /** WeChat's font size setting: 1 is standard, 1.4 among the largest. */
  fontSizeScaleFactor = 1;
  /** How long every request takes when the signal is slow. */
  slowMs = 1_000;
  /** Functions of `wx` that she or the system refuses: they fail with `auth deny`. */
  readonly refused = new Set<string>();
  /** Functions of `wx` that WeChat holds back until she has agreed to the privacy guide. */
  readonly heldForPrivacy = new Set<string>();
  /** What she answers when the app asks her. */
  readonly answers = {
    modal: (_asked: Readonly<Record<string, unknown>>): boolean | ModalAnswer => true,
    /** The entry she taps, or `undefined` when she closes the sheet. */
    actionSheet: (_entries: readonly string[]): number | undefined => 0,
    /** What the camera reads, or `undefined` when she turns back. */
    scan: (): string | undefined => undefined,
    /** The code that WeChat gives when she lets the app know her number, or `undefined` when she does not. */
    phoneNumber: (): string | undefined => undefined,
    subscribe: (_templateId: string): 'accept' | 'reject' | 'ban' | 'filter' => 'accept',
    /** The answer of `wx.canIUse` to what no function of `wx` answers. */
    canIUse: (_what: string): boolean => true,
  };

  /** Every call of `wx` that answers later, in order: dialogs, toasts, navigation, requests. */
  readonly calls: WxCall[] = [];
  /** Members of `wx` the app looked for and did not find. */
  readonly missing = new Set<string>();
  clipboard = '';

  private signalNow: Signal = 'on';
  private readonly watchers = new Set<() => void>();

  constructor(options: PhoneOptions = {}) {
    this.storage = options.storage ?? new PhoneStorage();
    this.loginCode = options.loginCode ?? (() => `code-${Math.random().toString(36).slice(2)}`);
    this.reroute = options.reroute ?? {};
    this.wx = options.wx ?? {};
    this.cloud = options.cloud;
  }

  get signal(): Signal {
    return this.signalNow;
  }

  /** Changes the signal; the app hears of it when it comes or goes. */
  set signal(signal: Signal) {
    const wasConnected = this.isConnected;
    this.signalNow = signal;
    if (wasConnected !== this.isConnected) for (const watcher of this.watchers) watcher();
  }

  get isConnected(): boolean {
    return this.signalNow !== 'off';
  }

  /** Calls the watcher whenever the signal comes or goes; the answer ends that. */
  watchSignal(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  /** The calls of one function of `wx`, in order. */
  callsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
    return this.calls.filter((call) => call.name === name).map(({ options }) => options);
  }
}
