import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { Tag } from '../../components/tag/tag';

type Run = components['schemas']['RunView'];
type RunWoman = components['schemas']['RunWomanView'];

/** One run: batch by batch, woman by woman with her reason; then reviewed, then published. */
export default function RunPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/assignment-runs/{id}', { path: { id } }), id);
  return (
    <Office title="分配结果" room="none">
      <Answered asking={asking}>
        {(run) => (
          <>
            <Steps run={run} again={asking.again} />
            <Batches run={run} />
            <Women runId={run.id} />
          </>
        )}
      </Answered>
    </Office>
  );
}

function Steps({ run, again }: { run: Run; again: () => void }) {
  const { isBusy, does } = useDeed();
  const path = { id: run.id };
  const redraft = () =>
    does(() => call('POST /api/assignment-runs', { body: { countyCode: run.countyCode } }).then(again));
  const review = () => does(() => call('POST /api/assignment-runs/{id}/review', { path }).then(again));
  const publish = async () => {
    const { confirm } = await Taro.showModal({
      title: '公布结果',
      content: `${run.placed}位妇女会收到录取通知，公布后不能收回。`,
      confirmText: '公布',
      cancelText: '再看看',
    });
    if (!confirm) return;
    does(async () => {
      await call('POST /api/assignment-runs/{id}/publication', { path });
      say('已公布');
      again();
    });
  };
  return (
    <View className="panel">
      <View className="panel-title">
        {run.countyName} <Tag tone={run.state === 'published' ? 'good' : 'ask'}>{run.stateName}</Tag>
      </View>
      <View id="summary">
        {run.women}人参加，{run.placed}人有名额，{run.women - run.placed}人这次没有。
      </View>
      <View className="line-about">
        校验码 {run.inputHash.slice(0, 16)}：同样的资料再算一遍，结果一字不差。
      </View>
      <View className="buttons">
        {(run.state === 'drafted' || run.state === 'reviewed') && (
          <Button id="redraft" kind="plain" isBusy={isBusy} onTap={redraft}>
            重新试算
          </Button>
        )}
        {run.state === 'drafted' && (
          <Button id="review" isBusy={isBusy} onTap={review}>
            核对无误
          </Button>
        )}
        {run.state === 'reviewed' && (
          <Button id="publish" isBusy={isBusy} onTap={() => void publish()}>
            公布结果
          </Button>
        )}
      </View>
    </View>
  );
}

function Batches({ run }: { run: Run }) {
  return (
    <View className="panel">
      <View className="panel-title">各班</View>
      {run.batches.map((batch) => (
        <View key={batch.batchId} className="line">
          <View className="line-main">
            <View className="line-name">{batch.title}</View>
            <View className="line-about">{sayDay(batch.startsOn)}开课</View>
          </View>
          <View className="line-about">
            {batch.isClosed
              ? `只有${batch.closedWith}人能来，不够${batch.minimum}人，不开班`
              : `${batch.free}个名额，给出${batch.placed}个，其中建档立卡${batch.placedPoor}个`}
          </View>
        </View>
      ))}
    </View>
  );
}

const which = [
  ['', '所有人'],
  ['placed', '有名额的'],
  ['unplaced', '没有名额的'],
] as const;

function Women({ runId }: { runId: string }) {
  const [chosen, setChosen] = useState<'' | 'placed' | 'unplaced'>('');
  const [page, setPage] = useState(1);
  const asking = useAnswer(
    () =>
      call('GET /api/assignment-runs/{id}/women', {
        path: { id: runId },
        query: { which: chosen || undefined, page },
      }),
    `${runId} ${chosen} ${page}`,
  );
  const choose = (next: '' | 'placed' | 'unplaced') => {
    setChosen(next);
    setPage(1);
  };
  return (
    <View className="panel">
      <View className="panel-title">每个人的原因</View>
      <Tabs of={which} chosen={chosen} onChoose={choose} />
      <Answered asking={asking} isEmpty={({ women }) => women.length === 0} emptySays="这里没有人。">
        {({ women, total }) => (
          <>
            {women.map((woman) => (
              <OneWoman key={woman.womanId} woman={woman} />
            ))}
            <View className="buttons">
              {page > 1 && (
                <Button kind="plain" onTap={() => setPage(page - 1)}>
                  上一页
                </Button>
              )}
              {page * 50 < total && (
                <Button kind="plain" onTap={() => setPage(page + 1)}>
                  下一页
                </Button>
              )}
            </View>
          </>
        )}
      </Answered>
    </View>
  );
}

function OneWoman({ woman }: { woman: RunWoman }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View
      className="line"
      id={`outcome-${woman.womanId}`}
      onClick={() => setOpen(!isOpen)}
      aria-role="button"
    >
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
      </View>
      <View className="line-act">{isOpen ? '收起' : '细看'}</View>
    </View>
  );
}
