import { View } from '@tarojs/components';
import type { components } from '../../api/schema';
import { sayDates, stateTones } from '../../components/batch-card/batch-words';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';

interface PlanLineProps {
  readonly batch: components['schemas']['BatchView'];
  /** Where several counties are in the list. */
  readonly hasCounty?: boolean;
}

/** A batch that is not open yet, in a list. */
export function PlanLine({ batch, hasCounty = false }: PlanLineProps) {
  return (
    <View id={`plan-${batch.id}`} className="line" onClick={() => go(routes.plan(batch.id))} aria-role="link">
      <View className="line-main">
        <View className="line-name">
          {hasCounty ? `${batch.countyName} ` : ''}
          {batch.title}
        </View>
        <View className="line-about">
          {sayDates(batch)} · {batch.venueRegionName} · 名额{batch.capacity}
        </View>
      </View>
      <Tag tone={stateTones[batch.state]}>{batch.stateName}</Tag>
    </View>
  );
}
