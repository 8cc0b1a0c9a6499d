/** An SMS of a template that the provider has approved; its parameters in their order. */
export interface Sms {
  /** Eleven digits. */
  readonly phone: string;
  readonly templateId: string;
  readonly parameters: readonly string[];
}

/**
 * What became of it.
 * - `refused`: the provider said no; nothing was sent.
 * - `later`: nothing was sent for certain, and it may be asked again.
 * - `unknown`: no whole answer came: it may have been sent.
 */
export interface SmsAnswer {
  readonly result: 'sent' | 'refused' | 'later' | 'unknown';
  /** The provider's own word for it. */
  readonly said: string;
}

/** Whoever sends SMS. Never throws: a failure is an answer. */
export abstract class SmsProvider {
  abstract send(sms: Sms): Promise<SmsAnswer>;
}
