import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { sayDate } from '../../../server/calendar/days.rules';
import { sittingKindNames } from '../../../server/needs/sittings/sittings.rules';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { Tag } from '../../components/tag/tag';
import { newId } from '../../offline/new-id';
import { cardOf } from '../../pages/need/model';
import { consentWords } from '../../../server/women/women.rules';
import { Begin } from './begin';
import { CardByKeys } from './card-by-keys';
import { Find } from './find';
import { forgetSitting, keepSitting, keptSitting, sendSitting } from './kept-sitting';
import {
  fresh,
  isAllKept,
  press,
  withoutRow,
  withRow,
  type Keyed,
  type Row,
  type Sitting,
  type Who,
} from './model';
import { useKeys } from './use-keys';
import './index.scss';

const stateWords = {
  waiting: ['wait', '等信号'],
  kept: ['good', '记下了'],
  refused: ['ask', '没有收下'],
} as const;

/** Twenty women in a sitting: who, what, when, how far; by keys in a browser, by taps on a phone. */
export default function SittingPage() {
  const [sitting, setSitting] = useState<Sitting | undefined>(() => keptSitting()?.sitting);
  const [rows, setRows] = useState<readonly Row[]>(() => keptSitting()?.rows ?? []);
  const { isBusy, does } = useDeed();

  const send = () => does(() => sendSitting(setRows).then(() => undefined));
  useDidShow(() => void (sitting && send()));
  useEffect(() => {
    const whenConnected: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => isConnected && send();
    Taro.onNetworkStatusChange(whenConnected);
    return () => Taro.offNetworkStatusChange(whenConnected);
  });

  /** Into the browser's storage first; then it may be sent. */
  const put = (next: readonly Row[], of = sitting) => {
    if (!of) return;
    keepSitting({ sitting: of, rows: next });
    setRows(next);
    send();
  };
  const finish = () => {
    forgetSitting();
    setSitting(undefined);
    setRows([]);
  };

  return (
    <Office title="集中登记" room="sitting">
      {sitting ? (
        <>
          <View className="panel">
            <View className="panel-title">
              {sittingKindNames[sitting.kind]} · {sayDate(sitting.heldOn)} · {sitting.place}
            </View>
            <View className="line-about" id="sitting-count">
              记了{rows.length}位，{rows.filter(({ state }) => state === 'waiting').length}位等信号
            </View>
          </View>
          <OneWoman sitting={sitting} onDone={(row) => put(withRow(rows, row))} />
          {rows.length > 0 && (
            <View className="panel">
              {[...rows].reverse().map((row) => (
                <Line key={row.id} row={row} put={(next) => put(next(rows))} />
              ))}
              <View className="buttons">
                <Button
                  id="finish-sitting"
                  kind="plain"
                  isBusy={isBusy}
                  isOff={!isAllKept(rows)}
                  onTap={finish}
                >
                  这次记完了
                </Button>
              </View>
            </View>
          )}
        </>
      ) : (
        <Begin
          onBegin={(next) => {
            setSitting(next);
            put([], next);
          }}
        />
      )}
    </Office>
  );
}

function Line({ row, put }: { row: Row; put: (next: (rows: readonly Row[]) => Row[]) => void }) {
  const [tone, word] = stateWords[row.state];
  return (
    <View className="line" id={`row-${row.id}`}>
      <View className="line-main">
        <View className="line-name">{row.name}</View>
        {row.why && <View className="line-about">{row.why}</View>}
      </View>
      <Tag tone={tone}>{word}</Tag>
      {row.code === 'sitting.sameName' && (
        <View
          className="line-act"
          id={`another-${row.id}`}
          onClick={() =>
            put((rows) =>
              withRow(rows, {
                ...row,
                state: 'waiting',
                why: '',
                code: '',
                body: { ...row.body, isAnother: true },
              }),
            )
          }
          aria-role="button"
        >
          不是她，新建
        </View>
      )}
      {row.state === 'refused' && (
        <View className="line-act" onClick={() => put((rows) => withoutRow(rows, row.id))} aria-role="button">
          拿掉
        </View>
      )}
    </View>
  );
}

/** First who, then her card; after the last key the next woman. */
function OneWoman({ sitting, onDone }: { sitting: Sitting; onDone: (row: Row) => void }) {
  const [who, setWho] = useState<Who | undefined>();
  const [keyed, setKeyed] = useState<Keyed>(fresh);
  const [village, setVillage] = useState(sitting.regionCode.length === 12 ? sitting.regionCode : '');
  const key = (pressed: string) => {
    if (pressed === 'Escape') {
      setWho(undefined);
      return;
    }
    const next = press(keyed, pressed);
    if (next !== 'done') {
      setKeyed(next);
      return;
    }
    const card = { ...cardOf(keyed.draft), source: sitting.kind };
    const row = { id: newId(), name: who!.name, state: 'waiting' } as const;
    if ('womanId' in who!) onDone({ ...row, body: { womanId: who.womanId, card } });
    else {
      const { apart, isAnother } = who!;
      onDone({ ...row, apart, body: { file: fileOf(who!), card, isAnother } });
    }
    setWho(undefined);
    setKeyed(fresh);
  };
  useKeys(who ? key : undefined);
  return (
    <>
      {sitting.regionCode.length === 9 && (
        <View className="panel">
          <View className="sitting-ask">新建档的，是哪个村的？</View>
          <RegionPicker within={sitting.regionCode} names={['村']} onPick={setVillage} />
        </View>
      )}
      {who ? (
        <CardByKeys name={who.name} keyed={keyed} press={key} leave={() => setWho(undefined)} />
      ) : (
        <Find village={village} onFound={setWho} />
      )}
    </>
  );
}

function fileOf({ name, villageCode }: Extract<Who, { villageCode: string }>) {
  return { name, villageCode, consentWords: consentWords.version, agrees: true };
}
