import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { LeavingReason, Opinion } from '../../../server/feedback/feedback.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Faces, ReasonTiles } from '../../components/feedback/tiles';
import { sayDays, saySaid } from '../../components/feedback/said';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { go, routes } from '../../routes';
import { sayHeard, toAskFirst, type Woman } from './model';
import './index.scss';

/** What her women say of their courses: a helper who hears it taps it for each of them, under her own name. */
export default function OfficeFeedback() {
  const { id = '' } = useRouter().params;
  return id ? <OfBatch id={id} /> : <Batches />;
}

function Batches() {
  const asking = useAnswer(() => call('GET /api/feedback/batches'));
  return (
    <Office title="课后反馈" room="feedback">
      <Answered
        asking={asking}
        isEmpty={(batches) => batches.length === 0}
        emptySays="最近半年，还没有您这里的妇女上完的班。"
      >
        {(batches) => (
          <View className="panel">
            <View className="panel-title">上完的班：问问她们有没有用</View>
            {batches.map((batch) => (
              <View
                key={batch.batchId}
                id={`ask-${batch.batchId}`}
                className="line"
                onClick={() => go(routes.officeFeedback(batch.batchId))}
                aria-role="link"
              >
                <View className="line-main">
                  <View className="line-name">{batch.title}</View>
                  <View className="line-about">
                    {sayDays(batch)} · {batch.countyName}
                  </View>
                </View>
                <View className="line-about">{sayHeard(batch)} ›</View>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}

function OfBatch({ id }: { id: string }) {
  const path = { id };
  const asking = useAnswer(async () => {
    const [batch, women] = await Promise.all([
      call('GET /api/batches/{id}', { path }),
      call('GET /api/batches/{id}/feedback/women', { path }),
    ]);
    return { batch, women };
  }, id);
  return (
    <Office title="课后反馈" room="none">
      <Answered
        asking={asking}
        isEmpty={({ women }) => women.length === 0}
        emptySays="这个班还没有您这里的妇女。"
      >
        {({ batch, women }) => (
          <View className="panel">
            <View className="panel-title">{batch.title}</View>
            <View className="line-about">
              {sayDays(batch)} · 听她亲口说的再点，点错了可以再点。她自己手机上也能点。
            </View>
            <Women women={women} again={asking.again} />
          </View>
        )}
      </Answered>
    </Office>
  );
}

/** In the order in which they stood when she came: nobody moves away under her thumb. */
function Women({ women, again }: { women: readonly Woman[]; again: () => void }) {
  const [order] = useState(() => toAskFirst(women).map(({ enrolmentId }) => enrolmentId));
  const place = ({ enrolmentId }: Woman) => order.indexOf(enrolmentId);
  return (
    <>
      {[...women]
        .sort((one, other) => place(one) - place(other))
        .map((woman) => (
          <Heard key={woman.enrolmentId} woman={woman} again={again} />
        ))}
    </>
  );
}

function Heard({ woman, again }: { woman: Woman; again: () => void }) {
  const { enrolmentId, womanId, name, villageName, questions, opinion, reason, stateName } = woman;
  const [isOpen, setOpen] = useState(false);
  const { does } = useDeed();
  const path = { id: enrolmentId };
  const kept = () => {
    say('记下了');
    again();
  };
  const opine = (face: Opinion) =>
    does(() => call('POST /api/enrolments/{id}/opinion', { path, body: { opinion: face } }).then(kept));
  const leave = (chosen: LeavingReason) =>
    does(() =>
      call('POST /api/enrolments/{id}/leaving-reason', { path, body: { reason: chosen } }).then(kept),
    );
  const asksReason = questions.includes('leaving');
  const isOnlyReason = asksReason && !questions.includes('opinion');
  return (
    <View className="heard" id={`heard-${womanId}`}>
      <View className="heard-head">
        <View className="line-name">{name}</View>
        <View className="line-about">
          {villageName} · {saySaid(woman) || stateName}
        </View>
      </View>
      {questions.includes('opinion') && <Faces id={`${womanId}-`} chosen={opinion} onTap={opine} />}
      {asksReason && (
        <View className="line-act" id={`why-${womanId}`} aria-role="button" onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起 ▲' : isOnlyReason ? '为什么不来了 ▼' : '没上完？为什么 ▼'}
        </View>
      )}
      {isOpen && asksReason && <ReasonTiles id={`${womanId}-`} chosen={reason} onTap={leave} />}
    </View>
  );
}
