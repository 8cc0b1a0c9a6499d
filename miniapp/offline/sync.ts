import Taro from '@tarojs/taro';
import { marksAtOnce } from '../../server/attendance/attendance.rules';
import { call, CallFailed } from '../api/call';
import { me } from '../api/session';
import { afterAnswers, toSend, withMark, withoutRefused, type Mark, type Waiting } from './outbox';

/** The outbox belongs to the account, so that the next person on this phone does not send it. */
function key(): string {
  return `outbox-${me()?.accountId ?? 'nobody'}`;
}

export function outbox(): Waiting[] {
  return (Taro.getStorageSync(key()) as Waiting[] | '') || [];
}

function keep(box: Waiting[]): void {
  Taro.setStorageSync(key(), box);
}

/** Writes a mark to the phone. Only then may the screen change. */
export function putInOutbox(mark: Mark): void {
  keep(withMark(outbox(), mark));
}

export function takeRefusedOut(id: string): void {
  keep(withoutRefused(outbox(), id));
}

let sending: Promise<void> | undefined;

/**
 * Sends what waits, part by part, until nothing is left. One at a time: a second call joins the first.
 *
 * @throws CallFailed when there is no signal; what waits keeps waiting.
 */
export function sync(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  for (let marks = toSend(outbox(), marksAtOnce); marks.length > 0; marks = toSend(outbox(), marksAtOnce)) {
    const { answers } = await call('POST /api/attendance-marks', { body: { marks } });
    if (answers.length === 0) throw new CallFailed('server.surprise', '服务器没有回应，请过一会儿再试。');
    // Taps made while the request was under way are in the box by now: read it again.
    keep(afterAnswers(outbox(), answers));
  }
}
