import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { BatchCard } from '../../components/batch-card/batch-card';
import { Button } from '../../components/button/button';
import { Answered, Page } from '../../components/page/page';
import { TabBar } from '../../components/tab-bar/tab-bar';
import { Tabs } from '../../components/tabs/tabs';
import { go, routes } from '../../routes';
import { shareOf } from '../batch/model';

const kinds = [['', '全部'], ...families.map((family) => [family, familyNames[family]] as const)] as const;

/** Batches to choose from: for a woman with a need card, those that suit her first. */
export default function Batches() {
  const [family, setFamily] = useState<Family | ''>('');
  useShareAppMessage(() => shareOf(undefined));
  const asking = useAnswer(
    () => call('GET /api/batches', { query: { family: family || undefined } }),
    family,
    'batches',
  );
  return (
    <>
      <Page title="课程" isTab>
        <Tabs of={kinds} chosen={family} onChoose={setFamily} />
        <Answered
          asking={asking}
          isEmpty={(batches) => batches.length === 0}
          emptySays="现在没有正在报名的班。把想学的告诉我们，开班先想到您。"
          emptyAction={<Button onTap={() => go(routes.need())}>我想学</Button>}
        >
          {(batches) =>
            batches.map((batch) => (
              <BatchCard key={batch.id} batch={batch} onTap={() => go(routes.batch(batch.id))} />
            ))
          }
        </Answered>
      </Page>
      <TabBar chosen="batches" />
    </>
  );
}
