import { Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { isAttended, standingNames, type MarkKind } from '../../../server/attendance/attendance.rules';
import { readScan } from '../../../server/accounts/scans.rules';
import { sayDayWithWeekday, sayHalf } from '../../../server/calendar/days.rules';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { fullness, nearlyFull } from '../../offline/storage';
import { walkIn, type Mark, type Outbox } from '../../offline/sync';
import { scanCode } from '../../permissions/ask';
import { go, goInstead, routes } from '../../routes';
import { Heard } from './heard';
import { isSought, rowsOf, type Roster, type RosterRow } from './model';

interface RegisterProps {
  readonly roster: Roster;
  /** Without a signal it is what the phone kept from last time. */
  readonly isKept: boolean;
  readonly box: Outbox;
  readonly unsent: number;
  /** What was tapped on this screen or waited from last time, whether it has left the phone or not. */
  readonly sent: readonly Mark[];
  readonly trouble: 'offline' | 'signed-out' | undefined;
  readonly mark: (womanId: string, kind: MarkKind) => Promise<void>;
  readonly send: () => void;
  readonly forget: (itemId: string) => void;
}

/** A list this long is searched, not read. */
const longList = 8;

export function Register(props: RegisterProps) {
  const { roster, box, sent, mark, send, forget } = props;
  const [typed, setTyped] = useState('');
  const rows = rowsOf(roster, box, sent);
  const scanned = rows.filter(({ hasScanned }) => hasScanned);
  const markAll = async () => {
    for (const { womanId } of scanned) await mark(womanId, 'present');
  };
  return (
    <>
      <Head {...props} rows={rows} />
      {scanned.length > 0 && (
        <View className="roster-scanned">
          <View className="roster-scanned-says">{scanned.length}人扫了码，等您点到</View>
          <Button id="mark-scanned" kind="plain" onTap={() => void markAll()}>
            都到了
          </Button>
        </View>
      )}
      {roster.isOpen && <Tools roster={roster} rows={rows} mark={mark} send={send} />}
      {rows.length > longList && (
        <Input
          id="search"
          className="roster-search"
          placeholder="找人：姓名，或拼音首字母如 wxy"
          value={typed}
          onInput={({ detail }) => setTyped(detail.value)}
        />
      )}
      {rows.length === 0 && <View className="roster-none">名单上还没有人。来了人，点“补登来人”。</View>}
      {rows
        .filter((row) => isSought(row, typed))
        .map((row) => (
          <Row key={row.womanId} row={row} isOpen={roster.isOpen} mark={mark} forget={forget} />
        ))}
    </>
  );
}

function Head({
  roster,
  isKept,
  unsent,
  trouble,
  send,
  rows,
}: RegisterProps & { rows: readonly RosterRow[] }) {
  const came = rows.filter(({ standing }) => isAttended(standing)).length;
  return (
    <View className="roster-head">
      <View className="roster-title">{roster.title}</View>
      <View className="roster-about">
        {sayDayWithWeekday(roster.heldOn)} {sayHalf(roster.half)} · {roster.venueName}
      </View>
      <View className="roster-count" id="count">
        到了{came}人，共{rows.filter(({ isGone }) => !isGone).length}人
      </View>
      <Heard roster={roster} />
      {unsent > 0 && trouble === 'signed-out' && (
        <View
          className="roster-waiting"
          id="waiting"
          onClick={() => goInstead(routes.signIn())}
          aria-role="link"
        >
          {unsent}条存在手机里。登录过期了，点这里重新登录，就会发出去
        </View>
      )}
      {unsent > 0 && trouble !== 'signed-out' && (
        <View className="roster-waiting" id="waiting" onClick={send} aria-role="button">
          {unsent}条存在手机里，{trouble ? '没有信号，有信号会自动发。点这里再试' : '正在发送…'}
        </View>
      )}
      {isKept && <View className="roster-waiting">没有信号，名单是上次存下的，照常点就行。</View>}
      {fullness() > nearlyFull && (
        <View className="roster-waiting" id="nearly-full">
          手机给我们的地方快用完了，请找信号好的地方把签到发出去。
        </View>
      )}
      {!roster.isOpen && <View className="roster-waiting">还没到上课的日子，到了那天再签到。</View>}
      {roster.isOver && (
        <View className="roster-waiting">这个班已经结束。现在补的，要等妇联确认才算数。</View>
      )}
    </View>
  );
}

function Tools({
  roster,
  rows,
  mark,
  send,
}: Pick<RegisterProps, 'roster' | 'mark' | 'send'> & { rows: readonly RosterRow[] }) {
  const id = roster.sessionId;
  const scan = async () => {
    const scanned = await scanCode();
    if (scanned === undefined) return;
    const found = readScan(scanned);
    if (found?.kind === 'sheet') return go(routes.sheet(found.value));
    if (found?.kind !== 'card') return say('这不是签到卡');
    const row = rows.find(({ womanId }) => womanId === found.value);
    if (!row) return comeByCard(roster, found.value, send);
    if (!isAttended(row.standing)) await mark(row.womanId, 'present');
    say(`${row.name} 到了`);
  };
  return (
    <View className="roster-tools">
      {process.env.TARO_ENV !== 'h5' && (
        <View id="scan-card" className="roster-tool" onClick={() => void scan()} aria-role="button">
          扫卡
        </View>
      )}
      <View id="show-code" className="roster-tool" onClick={() => go(routes.code(id))} aria-role="button">
        出示码
      </View>
      <View id="walk-in" className="roster-tool" onClick={() => go(routes.walkIn(id))} aria-role="button">
        补登来人
      </View>
      <View id="paper" className="roster-tool" onClick={() => go(routes.sheets(id))} aria-role="button">
        纸质表
      </View>
    </View>
  );
}

async function comeByCard({ sessionId }: Roster, womanId: string, send: () => void): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '名单上没有她',
    content: '要把她加进来吗？有空名额就算正式学员，没有就算旁听。',
    cancelText: '不加',
    confirmText: '加进来',
  });
  if (!confirm) return;
  walkIn({ sessionId, womanId, name: '刚扫卡的学员', villageName: '' });
  send();
}

interface RowProps {
  readonly row: RosterRow;
  readonly isOpen: boolean;
  readonly mark: RegisterProps['mark'];
  readonly forget: RegisterProps['forget'];
}

function Row({ row, isOpen, mark, forget }: RowProps) {
  const { womanId, name, villageName, standing, sending, refusal, isGuest, isGone, hasScanned } = row;
  return (
    <View className="roster-row" id={`row-${womanId}`}>
      <View className="roster-who">
        <View className="roster-name">{name}</View>
        <View className="roster-village">
          {villageName}
          {isGuest ? ' · 旁听' : ''}
        </View>
        {hasScanned && <View className="roster-sending">她扫码了</View>}
        {sending && <View className="roster-sending">存在手机里</View>}
        {refusal && (
          <View className="roster-refused" onClick={() => forget(refusal.id)} aria-role="button">
            没收下：{refusal.why}（点一下知道了）
          </View>
        )}
      </View>
      {isGone ? null : standing === null ? (
        <>
          <Button id={`present-${womanId}`} isOff={!isOpen} onTap={() => void mark(womanId, 'present')}>
            到了
          </Button>
          <View
            className="roster-other"
            id={`other-${womanId}`}
            aria-role="button"
            onClick={() => isOpen && void chooseOther((kind) => void mark(womanId, kind))}
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
            aria-role="button"
            onClick={() => void mark(womanId, 'undone')}
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
  const itemList = others.map((kind) => standingNames[kind]);
  const chosen = await Taro.showActionSheet({ itemList }).catch(() => undefined);
  const kind = chosen && others[chosen.tapIndex];
  if (kind) then(kind);
}
