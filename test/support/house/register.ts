import { newId } from '../../../server/database/new-id';
import type { MarkDto } from '../../../server/attendance/attendance.dto';
import type { MarkKind } from '../../../server/attendance/attendance.rules';
import type { MarksAnswerView, RosterView } from '../../../server/attendance/attendance.view';
import type { OpenBatchDto } from '../../../server/courses/batches.dto';
import { granted, type Caller, type Sent } from './caller';
import type { House } from './house';
import { aTrainer, countyOfficer, women, type HouseTrainer, type HouseWoman } from './people';
import { yanshou } from './places';
import { aBatch, signUp, type SentBatch } from './teaching';

/** Nine in the morning in Harbin, on the first of the two days of every register below. */
export const firstMorning = '2026-11-30T01:00:00Z';

/** A batch with a half day this morning, one this afternoon and one tomorrow, with its trainer and its women. */
export interface HouseRegister {
  readonly officer: Caller;
  readonly trainer: HouseTrainer;
  readonly batch: SentBatch;
  readonly women: readonly HouseWoman[];
  /** Marks at once, by a phone whose clock is right unless another time is said. */
  send(marks: readonly MarkDto[], by?: Caller, sentAt?: string): Promise<Sent<MarksAnswerView>['answers']>;
  mark(womanId: string, kind: MarkKind, other?: Partial<MarkDto>): MarkDto;
  roster(session?: number): Promise<Sent<RosterView>>;
}

export async function aRegister(
  house: House,
  howMany = 3,
  other: Partial<OpenBatchDto> = {},
): Promise<HouseRegister> {
  const officer = await countyOfficer(house, yanshou.county);
  const trainer = await aTrainer(house);
  const sessions = [
    { heldOn: '2026-11-30', half: 'morning' },
    { heldOn: '2026-11-30', half: 'afternoon' },
    { heldOn: '2026-12-01', half: 'morning' },
  ] as const;
  const plan = { trainerId: trainer.id, signUpUntil: '2026-11-28', sessions: [...sessions], ...other };
  const batch = await aBatch(house, plan, officer);
  const seated = await women(house, howMany);
  for (const woman of seated) await signUp(woman, batch);
  await house.passTo(firstMorning);
  return {
    ...{ officer, trainer, batch, women: seated },
    mark: (womanId, kind, also = {}) => ({
      ...{ id: newId(), sessionId: batch.sessions[0]!.id, womanId, kind, markedAt: firstMorning },
      ...(kind === 'leave' || kind === 'undone' ? { reason: '家里有事' } : {}),
      ...also,
    }),
    send: async (marks, by = trainer.calls, sentAt = house.now().toISOString()) =>
      granted(await by.post<MarksAnswerView>('/attendance-marks', { marks, sentAt })).answers,
    roster: async (session = 0) =>
      granted(await trainer.calls.get<RosterView>(`/sessions/${batch.sessions[session]!.id}/roster`)),
  };
}
