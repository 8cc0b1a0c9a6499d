import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { isAfterClosing, usualReasons, type MarkKind } from '../../../server/attendance/attendance.rules';
import { call } from '../../api/call';
import { token } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { Answered, Page, say } from '../../components/page/page';
import { askOrKept } from '../../offline/kept';
import { countUnsent, outbox, sync, takeRefusedOut, tap, type Mark, type Outbox } from '../../offline/sync';
import { askReason } from '../reason';
import { Register } from './register';
import './index.scss';

/** The register: one tap marks a woman present; the phone keeps the mark before the screen changes. */
export default function RosterPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(
    () => askOrKept(`roster-${id}`, () => call('GET /api/sessions/{id}/roster', { path: { id } })),
    id,
  );
  const [box, setBox] = useState<Outbox>(outbox);
  // What waited from last time stays on the screen when it has been sent: the roster may be older than its arrival.
  const [sent, setSent] = useState<readonly Mark[]>(() => outbox().marks.map(({ item }) => item));
  const [trouble, setTrouble] = useState<'offline' | 'signed-out' | undefined>();
  const correction = useRef<string>();

  const send = () => {
    const walkIns = outbox().walkIns.length;
    sync()
      .then(() => setTrouble(undefined))
      .catch(() => setTrouble(token() === undefined ? 'signed-out' : 'offline'))
      .finally(() => {
        setBox(outbox());
        if (outbox().walkIns.length < walkIns) asking.again();
      });
  };
  const latestSend = useRef(send);
  latestSend.current = send;
  useDidShow(() => {
    setBox(outbox());
    latestSend.current();
  });
  useEffect(() => {
    const whenConnected: Taro.onNetworkStatusChange.Callback = ({ isConnected }) =>
      isConnected && latestSend.current();
    Taro.onNetworkStatusChange(whenConnected);
    return () => Taro.offNetworkStatusChange(whenConnected);
  }, []);

  const roster = asking.data?.data;
  const keep = (womanId: string, kind: MarkKind, reason?: string) => {
    try {
      const name = roster?.women.find((woman) => woman.womanId === womanId)?.name ?? '';
      const made = tap({ sessionId: id, womanId, kind, name, ...(reason ? { reason } : {}) });
      setSent((before) => [...before, made]);
      setBox(outbox());
      send();
    } catch {
      say('手机存满了，这一下没有记住。请先联网发出去');
    }
  };
  const mark = async (womanId: string, kind: MarkKind): Promise<void> => {
    const own = kind === 'leave' || kind === 'undone' ? await askReason(usualReasons[kind]) : undefined;
    if ((kind === 'leave' || kind === 'undone') && own === undefined) return;
    // After its day every mark says why; asked once, it holds for this visit.
    if (own === undefined && roster && isAfterClosing(roster.heldOn, new Date())) {
      correction.current ??= await askReason(usualReasons.correction);
      if (correction.current === undefined) return;
    }
    keep(womanId, kind, own ?? correction.current);
  };
  const forget = (itemId: string) => {
    takeRefusedOut(itemId);
    setSent((before) => before.filter((made) => made.id !== itemId));
    setBox(outbox());
  };

  return (
    <Page title="签到">
      <Answered asking={asking}>
        {({ data, keptAt }) => (
          <Register
            roster={data}
            isKept={keptAt !== undefined}
            box={box}
            unsent={countUnsent(box)}
            sent={sent}
            trouble={trouble}
            mark={mark}
            send={send}
            forget={forget}
          />
        )}
      </Answered>
    </Page>
  );
}
