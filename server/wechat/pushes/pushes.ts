import { Injectable } from '@nestjs/common';

/** An event that WeChat pushed, as it wrote it. */
export interface PushedEvent {
  readonly Event: string;
  /** The openid of whom it speaks, for events of a person. */
  readonly FromUserName?: string;
  readonly [field: string]: unknown;
}

type Listener = (event: PushedEvent) => Promise<void>;

/**
 * Hands what WeChat pushes to whoever wants to know. WeChat pushes again when it gets no answer in five seconds, so a
 * listener hears the same event more than once and must not mind.
 */
@Injectable()
export class Pushes {
  private readonly listeners = new Map<string, Listener[]>();

  hear(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  async tell(event: PushedEvent): Promise<void> {
    for (const listener of this.listeners.get(event.Event) ?? []) await listener(event);
  }
}
