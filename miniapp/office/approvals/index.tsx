import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { PlanLine } from './plan-line';

/** What counties submit to the city, and whether they must. */
export default function Approvals() {
  const asking = useAnswer(async () => {
    const [rule, plans] = await Promise.all([call('GET /api/approval-rule'), call('GET /api/batch-plans')]);
    return { rule, plans };
  });
  return (
    <Office title="开班审批" room="approvals">
      <Answered asking={asking}>
        {({ rule, plans }) => {
          const waiting = plans.filter(({ state }) => state === 'submitted');
          const others = plans.filter(({ state }) => state !== 'submitted');
          return (
            <>
              <View className="panel" id="waiting">
                <View className="panel-title">等您审批：{waiting.length}个</View>
                {waiting.length === 0 && <View className="none">眼下没有要审批的班。</View>}
                {waiting.map((batch) => (
                  <PlanLine key={batch.id} batch={batch} hasCounty />
                ))}
              </View>
              <Rule isAsked={rule.isAsked} again={asking.again} />
              {others.length > 0 && (
                <View className="panel">
                  <View className="panel-title">各区县筹备中和已批准的班</View>
                  {others.map((batch) => (
                    <PlanLine key={batch.id} batch={batch} hasCounty />
                  ))}
                </View>
              )}
            </>
          );
        }}
      </Answered>
    </Office>
  );
}

function Rule({ isAsked, again }: { isAsked: boolean; again: () => void }) {
  const { isBusy, does } = useDeed();
  const decide = () =>
    does(async () => {
      await call('PUT /api/approval-rule', { body: { isAsked: !isAsked } });
      say(isAsked ? '以后区县自己开班' : '以后开班先报审批');
      again();
    });
  return (
    <View className="panel">
      <View className="panel-title">{isAsked ? '区县开班要先报审批' : '区县自己开班，不用审批'}</View>
      <View className="line-about">改了以后，对全市还没开的班都算数；已经开的班不变。</View>
      <View className="buttons">
        <Button id="approval-rule" kind="plain" isBusy={isBusy} onTap={decide}>
          {isAsked ? '改成不用审批' : '改成要先审批'}
        </Button>
      </View>
    </View>
  );
}
