import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export interface HerFile {
  readonly woman: Schemas['WomanView'];
  readonly card: Schemas['NeedCardView'] | null;
  readonly enrolments: readonly Schemas['EnrolmentView'][];
  readonly outcome: Schemas['OutcomeView'] | null;
  readonly batches: readonly Schemas['BatchView'][];
}

/** What is known of her, line by line. */
export function factsOf({
  villageName,
  phone,
  bornInYear,
  isRegisteredPoor,
  isLeader,
}: Schemas['WomanView']): string[] {
  return [
    villageName,
    phone ? `电话 ${phone}` : '没有手机，请上门或打村里电话',
    ...(bornInYear ? [`${bornInYear}年生`] : []),
    ...(isRegisteredPoor ? ['建档立卡'] : []),
    ...(isLeader ? ['带头人'] : []),
  ];
}
