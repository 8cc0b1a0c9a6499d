import { View } from '@tarojs/components';
import { dayOf } from '../../../server/calendar/days.rules';
import { isOver } from '../../../server/feedback/feedback.rules';
import { sayOpinions, sayUnfinished } from '../../../server/feedback/past/past.rules';
import type { components } from '../../api/schema';
import { Button } from '../../components/button/button';
import { countSaid } from '../../components/feedback/said';
import { SaidList } from '../../components/feedback/said-list';
import { go, routes } from '../../routes';

interface FeedbackProps {
  readonly batch: components['schemas']['BatchView'];
  readonly women: readonly components['schemas']['FeedbackWomanView'][];
}

/** What the course was to them and why some left, in numbers with the women behind; nothing before there is any. */
export function Feedback({ batch, women }: FeedbackProps) {
  const over = isOver(batch, dayOf(new Date()));
  if (women.length === 0 || (!over && !women.some(({ isUnfinished }) => isUnfinished))) return null;
  const count = countSaid(women, over);
  return (
    <View className="panel" id="feedback">
      <View className="panel-title">课后反馈</View>
      <View>{sayUnfinished(count)}</View>
      {over && <View>{sayOpinions(count)}</View>}
      <SaidList women={women} />
      {women.some(({ questions }) => questions.length > 0) && (
        <View className="buttons">
          <Button id="to-feedback" kind="plain" onTap={() => go(routes.officeFeedback(batch.id))}>
            替她们点
          </Button>
        </View>
      )}
    </View>
  );
}
