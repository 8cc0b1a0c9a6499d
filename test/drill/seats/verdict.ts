import type { DataSource } from 'typeorm';
import { Batch } from '../../../server/courses/batch.entity';
import { Enrolment, EnrolmentChange } from '../../../server/enrolments/enrolment.entity';
import { holdsSeat, type EnrolmentState } from '../../../server/enrolments/enrolments.rules';
import type { Told } from './crowd';

export interface Verdict {
  /** Acknowledged answers that are no longer true. */
  readonly lost: number;
  readonly doubled: number;
  readonly oversold: number;
  /** Of each batch, how many seats are held. */
  readonly held: readonly number[];
}

/** What an acknowledged answer may have become by nobody's hand but the server's own. */
const stillTrue: Readonly<Record<string, readonly EnrolmentState[]>> = {
  enrolled: ['enrolled'],
  waiting: ['waiting', 'offered'],
  offered: ['offered'],
};

/** Reads every row after the storm and holds it against what the women were told. */
export async function judge({ manager }: DataSource, told: readonly Told[], seats: number): Promise<Verdict> {
  const enrolments = await manager.find(Enrolment);
  const byId = new Map(enrolments.map((one) => [one.id, one]));
  const isTrue = ({ woman, enrolmentId, state, hasGivenUp }: Told): boolean => {
    const now = byId.get(enrolmentId);
    if (!now || now.womanId !== woman.womanId || now.batchId !== woman.batchId) return false;
    return hasGivenUp ? now.state === 'given_up' : (stillTrue[state] ?? []).includes(now.state);
  };

  const changes = await manager.find(EnrolmentChange, { order: { id: 'ASC' } });
  const begun = changes.filter(({ fromState }) => fromState === null).map(({ enrolmentId }) => enrolmentId);
  const entered = new Map<string, number>();
  for (const { enrolmentId, toState } of changes)
    entered.set(`${enrolmentId} ${toState}`, (entered.get(`${enrolmentId} ${toState}`) ?? 0) + 1);
  const repeated = [...entered.values()].filter((times) => times > 1).length;
  const pairs = new Set(enrolments.map(({ womanId, batchId }) => `${womanId} ${batchId}`));

  let oversold = 0;
  const held: number[] = [];
  for (const { id, taken } of await manager.find(Batch, { order: { id: 'ASC' } })) {
    const seated = enrolments.filter((one) => one.batchId === id && holdsSeat(one.state)).length;
    oversold += Math.max(0, seated - seats, taken - seats, Math.abs(taken - seated));
    held.push(seated);
  }
  return {
    lost: told.filter((one) => !isTrue(one)).length,
    doubled:
      told.filter(({ isDoubled }) => isDoubled).length +
      (enrolments.length - pairs.size) +
      (begun.length - new Set(begun).size) +
      Math.abs(begun.length - enrolments.length) +
      repeated,
    oversold,
    held,
  };
}
