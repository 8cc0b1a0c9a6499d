import type { components } from '../../api/schema';

type Mark = components['schemas']['MarkView'];

/** 记“请假”（家里有事），照签到表，等人确认。 */
export function sayMark({ kindName, reason, sheetId, isCounted }: Mark): string {
  const parts = [
    `记“${kindName}”${reason ? `（${reason}）` : ''}`,
    ...(sheetId ? ['照签到表'] : []),
    ...(isCounted ? [] : ['没有算数']),
  ];
  return parts.join('，');
}
