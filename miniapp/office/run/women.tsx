import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Pager } from '../../components/office/pager';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { go, routes } from '../../routes';
import type { Run } from './drafting';

type RunWoman = components['schemas']['RunWomanView'];

const which = [
  ['', '所有人'],
  ['placed', '有名额的'],
  ['unplaced', '没有名额的'],
] as const;
const perPage = 50;

/** Woman by woman: what she got, why, and what an officer may decide about her. */
export function Women({ run }: { run: Run }) {
  const [chosen, setChosen] = useState<'' | 'placed' | 'unplaced'>('');
  const [name, setName] = useState('');
  const [page, setPage] = useState(1);
  const asking = useAnswer(
    () =>
      call('GET /api/assignment-runs/{id}/women', {
        path: { id: run.id },
        query: { which: chosen || undefined, name: name.trim() || undefined, page },
      }),
    `${run.id} ${run.draftedAt} ${chosen} ${name} ${page}`,
  );
  const choose = (next: '' | 'placed' | 'unplaced') => {
    setChosen(next);
    setPage(1);
  };
  return (
    <View className="panel">
      <View className="panel-title">每个人的原因</View>
      <Input
        id="name"
        className="office-input"
        placeholder="按姓名找"
        maxlength={30}
        value={name}
        onInput={({ detail }) => {
          setName(detail.value);
          setPage(1);
        }}
      />
      <Tabs of={which} chosen={chosen} onChoose={choose} />
      <Answered asking={asking} isEmpty={({ women }) => women.length === 0} emptySays="这里没有人。">
        {({ women, total }) => (
          <>
            {women.map((woman) => (
              <OneWoman key={woman.womanId} woman={woman} run={run} />
            ))}
            <Pager page={page} perPage={perPage} total={total} onTurn={setPage} />
          </>
        )}
      </Answered>
    </View>
  );
}

function OneWoman({ woman, run }: { woman: RunWoman; run: Run }) {
  const [isOpen, setOpen] = useState(false);
  const { womanId, batchId } = woman;
  return (
    <View className="line" id={`outcome-${womanId}`}>
      <View className="line-main">
        <View className="line-name">
          {woman.name}
          {woman.isRegisteredPoor ? '（建档立卡）' : ''}
        </View>
        <View className="line-about">{woman.villageName}</View>
        <View>{woman.sentence}</View>
        {isOpen &&
          woman.reasons.map((reason) => (
            <View key={reason.batchId} className="line-about">
              {reason.sentence}
            </View>
          ))}
        {isOpen && run.abilities.decide && (
          <View className="buttons">
            <Button
              id={`pin-${womanId}`}
              kind="plain"
              onTap={() => go(routes.decide(run.id, 'pin', '', womanId, woman.name))}
            >
              指定进班
            </Button>
            {batchId !== null && (
              <Button
                id={`bar-${womanId}`}
                kind="plain"
                onTap={() => go(routes.decide(run.id, 'bar', batchId, womanId, woman.name))}
              >
                不安排进这个班
              </Button>
            )}
          </View>
        )}
      </View>
      <View
        className="line-act"
        id={`more-${womanId}`}
        onClick={() => setOpen(!isOpen)}
        aria-role="button"
        aria-label={`${woman.name}，${isOpen ? '收起' : '细看'}`}
      >
        {isOpen ? '收起' : '细看'}
      </View>
    </View>
  );
}
