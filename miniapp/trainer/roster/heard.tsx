import { View } from '@tarojs/components';
import { dayOf } from '../../../server/calendar/days.rules';
import { sayOpinions } from '../../../server/feedback/past/past.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import type { Roster } from './model';

/** What the course was to them, as numbers alone, once somebody has said it; a register stands without it. */
export function Heard({ roster: { batchId, heldOn } }: { roster: Roster }) {
  const { data } = useAnswer(
    async () =>
      heldOn < dayOf(new Date())
        ? call('GET /api/batches/{id}/feedback', { path: { id: batchId } })
        : undefined,
    batchId,
  );
  const { useful, fair, no_help: noHelp } = data?.opinions ?? { useful: 0, fair: 0, no_help: 0 };
  if (!data || useful + fair + noHelp === 0) return null;
  return (
    <View className="roster-about" id="heard">
      {sayOpinions(data)}
    </View>
  );
}
