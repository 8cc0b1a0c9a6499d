import type { components } from '../../api/schema';

export type Standing = components['schemas']['StandingView'];

export interface WholeBatch {
  readonly batch: components['schemas']['BatchView'];
  /** Undefined for somebody without a file. */
  readonly standing: Standing | undefined;
}
