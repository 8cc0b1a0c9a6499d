import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { saySlot } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { planOf, sayBatch, without, type Kept, type Suggested } from './model';

interface ProposedProps {
  readonly batches: readonly Suggested[];
  readonly minimum: number;
  readonly onKeep: (kept: Kept[]) => void;
}

/** The proposed batches: each is dropped, or kept as a plan, by one tap; the figures follow. */
export function Proposed({ batches, minimum, onKeep }: ProposedProps) {
  const { isBusy, does } = useDeed();
  const plan = (place: number) =>
    does(async () => {
      await call('POST /api/batch-plans', { body: planOf(batches[place]!, minimum) });
      say('存成计划了，在“班次”的“筹备中”');
      onKeep(without(batches, place));
    });
  if (batches.length === 0)
    return (
      <View className="panel">
        <View className="none">照这样的人数和班数，凑不成新的班。换个数，或看看下面为什么。</View>
      </View>
    );
  return (
    <>
      {batches.map((batch, place) => (
        <View
          key={`${batch.family}${batch.venueId}${batch.sessions[0]?.heldOn}${batch.sessions[0]?.half}`}
          id={`proposed-${place}`}
          className="panel"
        >
          <View className="panel-title">{batch.title}</View>
          {batch.isBelowMinimum && <Tag tone="still">人不够</Tag>}
          <View>{sayBatch(batch)}</View>
          <View className="line-about">
            {batch.venueRegionName} {batch.venueName}，{batch.trainerName}教
          </View>
          <View className="line-about">{batch.sessions.map(saySlot).join('、')}</View>
          <View className="buttons">
            <Button id={`plan-${place}`} isBusy={isBusy} onTap={() => plan(place)}>
              存成计划
            </Button>
            <Button id={`drop-${place}`} kind="plain" onTap={() => onKeep(without(batches, place))}>
              不要这个
            </Button>
          </View>
        </View>
      ))}
    </>
  );
}
