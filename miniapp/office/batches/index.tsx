import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { BatchCard } from '../../components/batch-card/batch-card';
import { stateTones } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { PlanLine } from '../approvals/plan-line';
import { groups, inGroup, sayFilling, type Group } from './model';

/** The county's batches, by what happens to them. */
export default function OfficeBatches() {
  const { group: first = 'open' } = useRouter().params;
  const [group, setGroup] = useState<Group>(first as Group);
  const asking = useAnswer(async () => {
    const [plans, batches] = await Promise.all([
      call('GET /api/batch-plans'),
      call('GET /api/batches', { query: { county: homeRegion(), past: 'yes' } }),
    ]);
    return [...plans, ...batches];
  });
  return (
    <Office title="班次" room="batches">
      <Tabs of={groups} chosen={group} onChoose={setGroup} />
      <View className="buttons">
        <Button id="open-batch" onTap={() => go(routes.openBatch())}>
          开新班
        </Button>
      </View>
      <Answered
        asking={asking}
        isEmpty={(batches) => inGroup(batches, group).length === 0}
        emptySays="这里还没有班。"
      >
        {(batches) =>
          group === 'plans' ? (
            <View className="panel">
              {inGroup(batches, group).map((batch) => (
                <PlanLine key={batch.id} batch={batch} />
              ))}
            </View>
          ) : (
            inGroup(batches, group).map((batch) => (
              <BatchCard key={batch.id} batch={batch} onTap={() => go(routes.officeBatch(batch.id))}>
                <View className="line-about">{sayFilling(batch)}</View>
                <Tag tone={stateTones[batch.state]}>{batch.stateName}</Tag>
              </BatchCard>
            ))
          )
        }
      </Answered>
    </Office>
  );
}
