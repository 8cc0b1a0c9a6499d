import { dayOf, daysLater, sayDay, sayInstant } from '../../../server/calendar/days.rules';
import type { components } from '../../api/schema';

export type CallList = components['schemas']['CallListView'];
export type Call = CallList['calls'][number];
export type BoardNotice = CallList['board'][number];
export type TellResult = components['schemas']['TellDto']['result'];

/** Why a number is revealed from here; it goes on record. */
export const callPurpose = '打电话通知她';

const results: Readonly<Record<TellResult, string>> = {
  told: '告诉她了',
  told_in_person: '当面说了',
  no_answer: '没人接',
  wrong_number: '号码不对',
  hung: '贴出去了',
};

/** What can have come of it; who has no phone is visited. */
export function resultsFor({ phone }: Pick<Call, 'phone'>): { result: TellResult; name: string }[] {
  const possible: TellResult[] =
    phone === null ? ['told_in_person'] : ['told', 'told_in_person', 'no_answer', 'wrong_number'];
  return possible.map((result) => ({ result, name: results[result] }));
}

/** Until when it is of use; nothing where it is of use at any time. */
export function sayUntil(endsAt: string | null, now: Date): string | undefined {
  if (endsAt === null) return undefined;
  const [day, today] = [dayOf(new Date(endsAt)), dayOf(now)];
  const time = sayInstant(new Date(endsAt)).slice(-5);
  // Midnight ends the day before it.
  if (time === '00:00') return `${nameOf(daysLater(day, -1), today)}之内告诉她`;
  return `${nameOf(day, today)}${time}前告诉她`;
}

function nameOf(day: string, today: string): string {
  if (day === today) return '今天';
  return day === daysLater(today, 1) ? '明天' : sayDay(day);
}

/** The lines for the board, one sheet for each village. */
export function byVillage(board: readonly BoardNotice[]): { villageName: string; lines: BoardNotice[] }[] {
  const villages = new Map<string, BoardNotice[]>();
  for (const line of board) villages.set(line.villageName, [...(villages.get(line.villageName) ?? []), line]);
  return [...villages].map(([villageName, lines]) => ({ villageName, lines }));
}
