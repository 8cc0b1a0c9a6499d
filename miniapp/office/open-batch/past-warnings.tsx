import { View } from '@tarojs/components';
import { warningsOfPast } from '../../../server/feedback/past/past.rules';
import type { Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';

interface PastWarningsProps {
  readonly family: Family;
  /** Where it is to be held; '' while no place is chosen. */
  readonly region: string;
  readonly days: readonly string[];
}

/** What went wrong here in the same months the last time; a plan stands without it. */
export function PastWarnings({ family, region, days }: PastWarningsProps) {
  const { data: months = [] } = useAnswer(
    async () => (region ? call('GET /api/demand/past/months', { query: { family, region } }) : []),
    `${family} ${region}`,
  );
  return (
    <>
      {warningsOfPast(days, months).map((warning) => (
        <View key={warning} className="plan-warning plan-warning-past" aria-role="status">
          {warning}
        </View>
      ))}
    </>
  );
}
