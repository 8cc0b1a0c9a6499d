import type { components } from '../../api/schema';
import type { TagTone } from '../../components/tag/tag';

type Schemas = components['schemas'];

export interface Mine {
  readonly woman: Schemas['WomanView'];
  readonly card: Schemas['NeedCardView'] | null;
  /** Not in what a phone kept before there was any. */
  readonly feedback?: readonly Schemas['HerFeedbackView'][];
  readonly enrolments: readonly Schemas['EnrolmentView'][];
  readonly outcome: Schemas['OutcomeView'] | null;
  readonly notices: readonly Schemas['NoticeView'][];
  readonly certificates: readonly Schemas['CertificateView'][];
}

type State = NonNullable<Schemas['EnrolmentView']['state']>;

const tones: Readonly<Record<State, TagTone>> = {
  enrolled: 'good',
  offered: 'ask',
  applied: 'wait',
  waiting: 'wait',
  declined: 'still',
  lapsed: 'still',
  given_up: 'still',
  refused: 'still',
  removed: 'still',
  completed: 'good',
  attended: 'still',
  dropped_out: 'still',
  cancelled: 'still',
};

export function toneOf(state: State): TagTone {
  return tones[state];
}
