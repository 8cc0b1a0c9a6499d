import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { drafted } from '../run/drafting';
import { Progress } from '../run/progress';

/** The assignment runs of the county and the city, and the way to a new dry run. */
export default function Runs() {
  const asking = useAnswer(() => call('GET /api/assignment-runs'));
  const { isBusy, does } = useDeed();
  const [percent, setPercent] = useState<number>();
  const draft = () =>
    does(async () => {
      const began = call('POST /api/assignment-runs', { body: { regionCode: homeRegion() } });
      go(routes.run((await drafted(began, setPercent)).id));
    });
  return (
    <Office title="分配" room="runs">
      <View className="panel">
        <View className="panel-title">按需求分配名额</View>
        <View className="line-about">
          先试算，看清楚每个人为什么有、为什么没有。报名截止、抽过签，再公布。没公布之前，谁也不知道结果，可以反复试算。
        </View>
        <Progress percent={percent} />
        <View className="buttons">
          <Button id="draft" isBusy={isBusy} onTap={draft}>
            试算一次
          </Button>
        </View>
      </View>
      <Answered asking={asking} isEmpty={(runs) => runs.length === 0} emptySays="还没有分配过。">
        {(runs) => (
          <View className="panel">
            {runs.map((run) => (
              <View
                key={run.id}
                id={`run-${run.id}`}
                className="line"
                onClick={() => go(routes.run(run.id))}
                aria-role="link"
              >
                <View className="line-main">
                  <View className="line-name">
                    {run.regionName} {run.seasonName}
                  </View>
                  <View className="line-about">
                    {run.batches}个班，{run.women}人参加，{run.placed}人有名额（
                    {sayDay(dayOf(new Date(run.draftedAt)))}算）
                  </View>
                </View>
                <Tag tone={run.state === 'published' || run.state === 'closed' ? 'good' : 'ask'}>
                  {run.stateName}
                </Tag>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}
