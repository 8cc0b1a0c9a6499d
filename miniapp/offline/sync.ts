import Taro from '@tarojs/taro';
import { marksAtOnce, nextTap, type MarkKind } from '../../server/attendance/attendance.rules';
import { call, CallFailed } from '../api/call';
import type { components } from '../api/schema';
import { newId } from './new-id';
import {
  afterAnswers,
  countWaiting,
  toSend,
  withItem,
  withoutRefused,
  type Sendable,
  type Waiting,
} from './outbox';
import { hers } from './storage';

export type Mark = components['schemas']['MarkDto'];

/** A woman who walked in, with the half day she came to and the name to show until the server knows her. */
export interface WalkIn extends Sendable {
  readonly sessionId: string;
  readonly name: string;
  readonly villageName: string;
  readonly entry: components['schemas']['WalkInDto'];
}

/** What waits on the phone of one trainer. */
export interface Outbox {
  readonly marks: readonly Waiting<Mark>[];
  readonly walkIns: readonly Waiting<WalkIn>[];
}

const boxes = { marks: 'outbox', walkIns: 'outbox-walk-ins' } as const;

function read<Item extends Sendable>(box: keyof typeof boxes): Waiting<Item>[] {
  return (Taro.getStorageSync(hers(boxes[box])) as Waiting<Item>[] | '') || [];
}

function keep<Item extends Sendable>(box: keyof typeof boxes, waiting: readonly Waiting<Item>[]): void {
  Taro.setStorageSync(hers(boxes[box]), waiting);
}

/** The outbox belongs to the account, so that the next person on this phone does not send it. */
export function outbox(): Outbox {
  return { marks: read('marks'), walkIns: read('walkIns') };
}

export function countUnsent({ marks, walkIns }: Outbox): number {
  return countWaiting(marks) + countWaiting(walkIns);
}

interface Tap extends Pick<Mark, 'sessionId' | 'womanId' | 'reason' | 'sheetId'> {
  readonly kind: MarkKind;
  /** Hers, for the screen: the roster may have lost her by the time the mark is refused. */
  readonly name: string;
}

/** Writes a tap to the phone. Only then may the screen change. */
export function tap(made: Tap): Mark {
  const at = nextTap((Taro.getStorageSync(hers('last-tap')) as number | '') || 0, Date.now());
  Taro.setStorageSync(hers('last-tap'), at);
  const { sessionId, womanId, kind, reason, sheetId, name } = made;
  const mark: Mark = {
    ...{ id: newId(at), sessionId, womanId, kind, markedAt: new Date(at).toISOString() },
    ...(reason ? { reason } : {}),
    ...(sheetId ? { sheetId } : {}),
  };
  keep('marks', withItem(read<Mark>('marks'), mark, name));
  return mark;
}

/** Writes a woman who walked in to the phone, and marks her present. */
export function walkIn(
  entry: Omit<WalkIn, 'id' | 'entry'> & Pick<WalkIn['entry'], 'womanId' | 'file'>,
): Mark {
  const { womanId, file, ...shown } = entry;
  const id = newId();
  const sent = { id, ...(womanId ? { womanId } : {}), ...(file ? { file } : {}) };
  const { sessionId, name } = shown;
  keep('walkIns', withItem(read<WalkIn>('walkIns'), { ...shown, id, entry: sent }, name));
  return tap({ sessionId, womanId: id, kind: 'present', name });
}

export function takeRefusedOut(id: string): void {
  keep('marks', withoutRefused(read<Mark>('marks'), id));
  keep('walkIns', withoutRefused(read<WalkIn>('walkIns'), id));
}

let sending: Promise<void> | undefined;

/**
 * Sends what waits, part by part, until nothing is left. One at a time: a second call joins the first.
 *
 * @throws CallFailed when there is no signal or she must sign in again; what waits keeps waiting.
 */
export function sync(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  await sendWalkIns();
  await sendMarks();
}

/** First the women, then their marks: a mark may name a woman by the id that the phone made for her. */
async function sendWalkIns(): Promise<void> {
  for (let [next] = toSend(read<WalkIn>('walkIns'), 1); next; [next] = toSend(read<WalkIn>('walkIns'), 1)) {
    const { id, sessionId, entry } = next;
    const answer = await call('POST /api/sessions/{id}/walk-ins', { path: { id: sessionId }, body: entry })
      .then(() => ({ id, isKept: true }))
      .catch((error: unknown) => {
        if (!(error instanceof CallFailed) || mustWait(error)) throw error;
        return { id, isKept: false, message: error.sentence };
      });
    keep('walkIns', afterAnswers(read<WalkIn>('walkIns'), [answer]));
  }
}

async function sendMarks(): Promise<void> {
  for (
    let marks = toSend(read<Mark>('marks'), marksAtOnce);
    marks.length > 0;
    marks = toSend(read<Mark>('marks'), marksAtOnce)
  ) {
    const body = { marks, sentAt: new Date().toISOString() };
    const { answers } = await call('POST /api/attendance-marks', { body });
    if (answers.length === 0) throw new CallFailed('server.surprise', '服务器没有回应，请过一会儿再试。');
    // Taps made while the request was under way are in the box by now: read it again.
    keep('marks', afterAnswers(read<Mark>('marks'), answers));
  }
}

/** It was not judged: no signal, nobody is signed in, or too much was asked at once. */
function mustWait({ isOffline, code }: CallFailed): boolean {
  return isOffline || code === 'signIn.needed' || code === 'request.tooOften';
}
