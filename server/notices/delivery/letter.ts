import type { Outcome } from './climb';

/** A message that is ready: all that is left is to send it, once. */
export interface Letter {
  send(): Promise<Outcome>;
}
