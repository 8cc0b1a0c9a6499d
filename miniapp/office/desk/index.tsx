import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { sayDates } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { sayFilling } from '../batches/model';
import { go, goInstead, routes } from '../../routes';
import { summarise, type DeskFacts } from './model';

/** The county officer's first screen: what is asked for, what is open, what waits for her. */
export default function Desk() {
  const asking = useAnswer(load);
  return (
    <Office title="工作台" room="desk">
      <Answered asking={asking}>
        {(facts) => {
          const { women, openBatches, seats, taken, tasks } = summarise(facts, new Date());
          return (
            <>
              <View className="figures">
                <Figure name="有需求的妇女" number={women} url={routes.demand()} />
                <Figure name="正在报名的班" number={openBatches.length} url={routes.officeBatches()} />
                <Figure name="这些班的名额" number={seats} url={routes.officeBatches()} />
                <Figure name="已有着落的名额" number={taken} url={routes.officeBatches()} />
              </View>
              <View className="panel">
                <View className="panel-title">接下来</View>
                {tasks.length === 0 && <View className="none">眼下没有要办的事。</View>}
                {tasks.map((task) => (
                  <View key={task.says} className="line" onClick={() => goInstead(task.url)} aria-role="link">
                    <View className="line-main">{task.says}</View>
                    <View className="line-act">去办 ›</View>
                  </View>
                ))}
              </View>
              <View className="panel">
                <View className="panel-title">正在报名的班</View>
                {openBatches.length === 0 && <View className="none">还没有。</View>}
                {openBatches.map((batch) => (
                  <View
                    key={batch.id}
                    className="line"
                    onClick={() => go(routes.officeBatch(batch.id))}
                    aria-role="link"
                  >
                    <View className="line-main">
                      <View className="line-name">{batch.title}</View>
                      <View className="line-about">
                        {sayDates(batch)} · {batch.venueRegionName}
                      </View>
                    </View>
                    <View className="line-about">{sayFilling(batch)}</View>
                  </View>
                ))}
              </View>
              <View className="buttons">
                <Button id="open-batch" onTap={() => go(routes.openBatch())}>
                  开新班
                </Button>
              </View>
            </>
          );
        }}
      </Answered>
    </Office>
  );
}

async function load(): Promise<DeskFacts> {
  const county = homeRegion();
  const [demand, batches, plans, runs, looks, corrections, near] = await Promise.all([
    call('GET /api/demand'),
    call('GET /api/batches', { query: { county } }),
    call('GET /api/batch-plans'),
    call('GET /api/assignment-runs'),
    call('GET /api/break-glass'),
    call('GET /api/attendance-corrections'),
    call('GET /api/near-pairs/count'),
  ]);
  return { demand, batches, plans, runs, looks, corrections, near: near.total };
}

function Figure({ name, number, url }: { name: string; number: number; url: string }) {
  return (
    <View className="figure" onClick={() => goInstead(url)} aria-role="link">
      <View className="figure-number">{number}</View>
      <View className="figure-name">{name}</View>
    </View>
  );
}
