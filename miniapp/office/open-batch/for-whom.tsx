import { View } from '@tarojs/components';
import type { Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { sayForWhom, type Planning } from './model';

interface ForWhomProps {
  readonly family: Family;
  /** The area from whose number on the demand board she came; '' is her whole county. */
  readonly region: string;
  /** In which the batch meets, 1 to 12; 0 as long as nobody has said. */
  readonly month: number;
  readonly venue: Planning['venues'][number] | undefined;
}

/** For how many women this batch is planned: the figure follows what she chooses. */
export function ForWhom({ family, region, month, venue }: ForWhomProps) {
  const query = {
    family,
    region: region || homeRegion(),
    month: month || undefined,
    place: venue?.regionCode,
  };
  const { data } = useAnswer(() => call('GET /api/demand', { query }), JSON.stringify(query));
  if (!data) return null;
  const areaName = region ? (data.areas[0]?.regionName ?? '') : '';
  return (
    <View id="for-whom" className="plan-for-whom" aria-role="status">
      {sayForWhom(data.all, { areaName, family, month, venueName: venue?.name })}
    </View>
  );
}
