import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import {
  isAfterClosing,
  standingNames,
  usualReasons,
  type Standing,
} from '../../../server/attendance/attendance.rules';
import { sayDayWithWeekday, sayHalf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { sendFile } from '../../api/send-file';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Answered, Page, say } from '../../components/page/page';
import { Photos } from '../../components/photos/photos';
import { Section } from '../../components/section/section';
import { askOrKept } from '../../offline/kept';
import { countUnsent, outbox, sync, tap } from '../../offline/sync';
import { askReason } from '../reason';
import { Keypad } from './keypad';
import {
  openRows,
  rowNumbered,
  sayProgress,
  sayRow,
  standingIn,
  type Entered,
  type Sheet,
  type SheetRow,
} from './model';
import './index.scss';

/** A signed sheet, entered by its row numbers: a number and 记, and the rest came. */
export default function SheetPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(
    () => askOrKept(`sheet-${id}`, () => call('GET /api/sheets/{id}', { path: { id } })),
    id,
  );
  return (
    <Page title="录入签到表">
      <Answered asking={asking}>{({ data }) => <Entry sheet={data} again={asking.again} />}</Answered>
    </Page>
  );
}

const kinds = ['present', 'late', 'leave', 'absent'] as const;

function Entry({ sheet, again }: { sheet: Sheet; again: () => void }) {
  const [kind, setKind] = useState<Standing>('present');
  const [entered, setEntered] = useState<Entered>(new Map());
  const [said, setSaid] = useState<string>('');
  const [unsent, setUnsent] = useState(() => countUnsent(outbox()));
  const { isBusy, does } = useDeed();

  const enter = (rows: readonly SheetRow[], standing: Standing, reason?: string) => {
    const why = reason ?? (isAfterClosing(sheet.heldOn, new Date()) ? usualReasons.correction[0] : undefined);
    const about = { sessionId: sheet.sessionId, kind: standing, sheetId: sheet.id };
    for (const { womanId, name } of rows) tap({ ...about, womanId, name, ...(why ? { reason: why } : {}) });
    setEntered((before) => new Map([...before, ...rows.map(({ womanId }) => [womanId, standing] as const)]));
    void sync()
      .catch(() => undefined)
      .finally(() => setUnsent(countUnsent(outbox())));
  };
  const record = async (typed: string) => {
    const row = rowNumbered(sheet, typed);
    if (!row) return setSaid(`${typed}号是空行，请在名单上补登来人`);
    const reason = kind === 'leave' ? await askReason(usualReasons.leave) : undefined;
    if (kind === 'leave' && reason === undefined) return;
    enter([row], kind, reason);
    setSaid(sayRow(row, kind));
  };
  const rest = openRows(sheet, entered);
  return (
    <>
      <View className="sheet-title">{sheet.title}</View>
      <View className="sheet-about">
        {sayDayWithWeekday(sheet.heldOn)} {sayHalf(sheet.half)}
      </View>
      <View className="sheet-progress" id="progress">
        {sayProgress(sheet, entered)}
      </View>
      {unsent > 0 && <View className="sheet-about">{unsent}条存在手机里，有信号会自动发。</View>}
      <View className="sheet-kinds">
        {kinds.map((one) => (
          <Choice
            key={one}
            id={`kind-${one}`}
            shape="small"
            name={standingNames[one]}
            isChosen={kind === one}
            onTap={() => setKind(one)}
          />
        ))}
      </View>
      <Keypad says={said} onEnter={(typed) => void record(typed)} />
      {rest.length > 0 && (
        <Button
          id="rest-came"
          kind="plain"
          onTap={() => {
            enter(rest, 'present');
            setSaid(`其余${rest.length}人都到了`);
          }}
        >
          其余{rest.length}人都到了
        </Button>
      )}
      <Section title="签好的表，拍一张存底">
        <Photos paths={sheet.photoIds.map((photo) => `/api/sheet-photos/${photo}`)} />
        <Button
          id="photo"
          kind="plain"
          isBusy={isBusy}
          onTap={() =>
            does(async () => {
              if (!(await sendFile(`/api/sheets/${sheet.id}/photos`, 'picture'))) return;
              say('照片存好了');
              again();
            })
          }
        >
          拍照或选照片
        </Button>
      </Section>
      <Section title="这张表上的人">
        {sheet.rows.map((row) => {
          const standing = standingIn(row, entered);
          return (
            <View key={row.womanId} className="sheet-row" id={`sheet-row-${row.number}`}>
              <View className="sheet-number">{row.number}</View>
              <View className="sheet-name">
                {row.name}
                <View className="sheet-village">{row.villageName}</View>
              </View>
              <View className={standing ? 'sheet-standing' : 'sheet-open'}>
                {standing ? standingNames[standing] : '没记'}
              </View>
            </View>
          );
        })}
      </Section>
    </>
  );
}
