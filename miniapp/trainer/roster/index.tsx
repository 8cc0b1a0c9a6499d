import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { sayDayWithWeekday, sayHalf } from '../../../server/calendar/days.rules';
import { isAttended, standingNames, type MarkKind } from '../../../server/attendance/attendance.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Answered, Page } from '../../components/page/page';
import { askOrKept } from '../../offline/kept';
import { newId } from '../../offline/new-id';
import { outbox, putInOutbox, sync, takeRefusedOut } from '../../offline/sync';
import { countWaiting, type Mark, type Waiting } from '../../offline/outbox';
import { rowsOf, type Roster, type RosterRow } from './model';
import './index.scss';

/** The register: one tap marks a woman present; the phone keeps the mark before the screen changes. */
export default function RosterPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(
    () => askOrKept(`roster-${id}`, () => call('GET /api/sessions/{id}/roster', { path: { id } })),
    id,
  );
  const [box, setBox] = useState<Waiting[]>(outbox);
  // What waited from last time stays on the screen when it has been sent: the roster may be older than its arrival.
  const [sent, setSent] = useState<readonly Mark[]>(() => outbox().map((waiting) => waiting.mark));
  const [isOffline, setOffline] = useState(false);

  const send = () => {
    sync()
      .then(() => setOffline(false))
      .catch(() => setOffline(true))
      .finally(() => setBox(outbox()));
  };
  const latestSend = useRef(send);
  latestSend.current = send;
  useDidShow(send);
  useEffect(() => {
    const whenConnected: Taro.onNetworkStatusChange.Callback = ({ isConnected }) =>
      isConnected && latestSend.current();
    Taro.onNetworkStatusChange(whenConnected);
    return () => Taro.offNetworkStatusChange(whenConnected);
  }, []);

  const mark = (womanId: string, kind: MarkKind, reason?: string) => {
    const made: Mark = {
      id: newId(),
      sessionId: id,
      womanId,
      kind,
      markedAt: new Date().toISOString(),
      ...(reason ? { reason } : {}),
    };
    putInOutbox(made);
    setSent((before) => [...before, made]);
    setBox(outbox());
    send();
  };
  const forget = (markId: string) => {
    takeRefusedOut(markId);
    setSent((before) => before.filter((made) => made.id !== markId));
    setBox(outbox());
  };

  return (
    <Page title="签到">
      <Answered
        asking={asking}
        isEmpty={({ data }) => data.women.length === 0}
        emptySays="这个班还没有录取的学员。"
      >
        {({ data }) => (
          <Register
            roster={data}
            box={box}
            sent={sent}
            isOffline={isOffline}
            mark={mark}
            send={send}
            forget={forget}
          />
        )}
      </Answered>
    </Page>
  );
}

interface RegisterProps {
  readonly roster: Roster;
  readonly box: readonly Waiting[];
  /** What was tapped on this screen or waited from last time, whether it has left the phone or not. */
  readonly sent: readonly Mark[];
  readonly isOffline: boolean;
  readonly mark: (womanId: string, kind: MarkKind, reason?: string) => void;
  readonly send: () => void;
  readonly forget: (markId: string) => void;
}

function Register({ roster, box, sent, isOffline, mark, send, forget }: RegisterProps) {
  const rows = rowsOf(roster, box, sent);
  const waiting = countWaiting(box);
  return (
    <>
      <View className="roster-head">
        <View className="roster-title">{roster.title}</View>
        <View className="roster-about">
          {sayDayWithWeekday(roster.heldOn)} {sayHalf(roster.half)} · {roster.venueName}
        </View>
        <View className="roster-count" id="count">
          到了{rows.filter(({ standing }) => isAttended(standing)).length}人，共{rows.length}人
        </View>
        {waiting > 0 && (
          <View className="roster-waiting" id="waiting" onClick={send}>
            {waiting}条存在手机里，{isOffline ? '没有信号，有信号会自动发。点这里再试' : '正在发送…'}
          </View>
        )}
        {!roster.isOpen && <View className="roster-waiting">还没到上课的日子，到了那天再签到。</View>}
      </View>
      {rows.map((row) => (
        <Row key={row.womanId} row={row} isOpen={roster.isOpen} mark={mark} forget={forget} />
      ))}
    </>
  );
}

interface RowProps {
  readonly row: RosterRow;
  readonly isOpen: boolean;
  readonly mark: RegisterProps['mark'];
  readonly forget: RegisterProps['forget'];
}

function Row({ row, isOpen, mark, forget }: RowProps) {
  const { womanId, name, villageName, standing, sending, refusal } = row;
  return (
    <View className="roster-row" id={`row-${womanId}`}>
      <View className="roster-who">
        <View className="roster-name">{name}</View>
        <View className="roster-village">{villageName}</View>
        {sending && <View className="roster-sending">存在手机里</View>}
        {refusal && (
          <View className="roster-refused" onClick={() => forget(refusal.markId)}>
            没收下：{refusal.why}（点一下知道了）
          </View>
        )}
      </View>
      {standing === null ? (
        <>
          <Button id={`present-${womanId}`} isOff={!isOpen} onTap={() => mark(womanId, 'present')}>
            到了
          </Button>
          <View
            className="roster-other"
            id={`other-${womanId}`}
            onClick={() => isOpen && void chooseOther((kind) => mark(womanId, kind))}
          >
            其他
          </View>
        </>
      ) : (
        <>
          <View className={`roster-standing roster-${standing}`}>
            {isAttended(standing) ? '✓ ' : ''}
            {standingNames[standing]}
          </View>
          <View
            className="roster-other"
            id={`undo-${womanId}`}
            onClick={() => mark(womanId, 'undone', '点错了')}
          >
            撤回
          </View>
        </>
      )}
    </View>
  );
}

const others = ['late', 'leave', 'absent'] as const;

async function chooseOther(then: (kind: MarkKind) => void): Promise<void> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: others.map((kind) => standingNames[kind]) });
    const kind = others[tapIndex];
    if (kind) then(kind);
  } catch {
    // She closed the sheet without choosing.
  }
}
