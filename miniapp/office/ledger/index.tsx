import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayInstant } from '../../../server/calendar/days.rules';
import { allFields, hasNumbers, ledgerFields } from '../../../server/ledgers/fields.rules';
import { call, type Answer } from '../../api/call';
import { download } from '../../api/download';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { orderOf, toggled, townshipIn, usual, type LedgerDraft } from './model';
import './index.scss';

type Ledger = Answer<'GET /api/ledgers'>[number];

/** Ledgers of a village, township or county: what they say is chosen, and each is on record. */
export default function LedgerPage() {
  const asking = useAnswer(() => call('GET /api/ledgers'));
  return (
    <Office title="台账" room="ledger">
      <Order again={asking.again} />
      <Answered asking={asking} isEmpty={(ledgers) => ledgers.length === 0} emptySays="还没有导出过台账。">
        {(ledgers) => (
          <View className="panel">
            <View className="panel-title">导出过的</View>
            {ledgers.map((ledger) => (
              <Ordered key={ledger.id} ledger={ledger} />
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}

function Order({ again }: { again: () => void }) {
  const held = me()?.roles.filter(({ role }) => role === 'helper' || role === 'county_officer') ?? [];
  const [draft, setDraft] = useState<LedgerDraft>({
    ...{ regionCode: held[0]?.regionCode ?? '', fields: usual, isWhole: false, purpose: '' },
  });
  const { isBusy, does } = useDeed();
  const change = (part: Partial<LedgerDraft>) => setDraft({ ...draft, ...part });
  const places = useAnswer(
    async () =>
      (
        await Promise.all(
          held.map(({ regionCode }) => call('GET /api/regions', { query: { parent: regionCode } })),
        )
      ).flat(),
    held.map(({ regionCode }) => regionCode).join(),
  );
  const township = townshipIn(draft.regionCode, places.data ?? []);
  const villages = useAnswer(
    async () => (township === '' ? [] : call('GET /api/regions', { query: { parent: township } })),
    township,
  );
  const asked = orderOf(draft);
  const order = () =>
    does(async () => {
      if (!('order' in asked)) return;
      const { id } = await call('POST /api/ledgers', { body: asked.order });
      await download(`/api/ledgers/${id}/workbook`);
      again();
    });
  const choices = [
    ...held.map(({ regionCode, regionName }) => ({ code: regionCode, name: `${regionName}（全部）` })),
    ...(places.data ?? []),
  ];
  return (
    <View className="panel">
      <View className="panel-title">哪个地方</View>
      <View className="ledger-choices">
        {choices.map(({ code, name }) => (
          <Choice
            key={code}
            name={name}
            isOn={code === draft.regionCode || code === township}
            role="radio"
            onTap={() => change({ regionCode: code })}
          />
        ))}
      </View>
      {township !== '' && (
        <View className="ledger-choices">
          {[{ code: township, name: '整个乡镇' }, ...(villages.data ?? [])].map(({ code, name }) => (
            <Choice
              key={code}
              name={name}
              isOn={code === draft.regionCode}
              role="radio"
              onTap={() => change({ regionCode: code })}
            />
          ))}
        </View>
      )}
      <View className="panel-title">要哪些内容</View>
      <View className="ledger-choices">
        {allFields.map((field) => (
          <Choice
            key={field}
            name={ledgerFields[field]}
            isOn={draft.fields.includes(field)}
            role="checkbox"
            onTap={() => change({ fields: toggled(draft.fields, field) })}
          />
        ))}
      </View>
      {hasNumbers(draft.fields) && (
        <View className="ledger-choices">
          <Choice
            name="号码要完整的"
            isOn={draft.isWhole}
            role="checkbox"
            onTap={() => change({ isWhole: !draft.isWhole })}
          />
        </View>
      )}
      {hasNumbers(draft.fields) && draft.isWhole && (
        <Field
          id="purpose"
          name="用来做什么（会记下来）"
          value={draft.purpose}
          longest={100}
          onInput={(purpose) => change({ purpose })}
        />
      )}
      <Button id="order" isBusy={isBusy} isOff={!('order' in asked)} onTap={order}>
        {'missing' in asked ? asked.missing : '导出Excel'}
      </Button>
    </View>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly role: 'radio' | 'checkbox';
  readonly onTap: () => void;
}

function Choice({ name, isOn, role, onTap }: ChoiceProps) {
  return (
    <View
      className={`office-room ${isOn ? 'office-room-on' : ''}`}
      onClick={onTap}
      aria-role={role}
      aria-checked={isOn}
    >
      {name}
    </View>
  );
}

function Ordered({ ledger }: { ledger: Ledger }) {
  const { does } = useDeed();
  const { id, regionName, women, isWhole, purpose, byName, at, fieldNames, mayTake } = ledger;
  return (
    <View className="line">
      <View className="line-main">
        <View className="line-name">
          {regionName} · {women}人
        </View>
        <View className="line-about">
          {byName} · {sayInstant(new Date(at))} · {isWhole ? `完整号码：${purpose}` : '号码已遮住'}
        </View>
        <View className="line-about">{fieldNames.join('、')}</View>
      </View>
      {mayTake && (
        <View
          className="line-act"
          onClick={() => does(() => download(`/api/ledgers/${id}/workbook`))}
          aria-role="button"
        >
          下载 ›
        </View>
      )}
    </View>
  );
}
