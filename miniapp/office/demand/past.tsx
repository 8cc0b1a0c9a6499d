import { View } from '@tarojs/components';
import { sayDate } from '../../../server/calendar/days.rules';
import { sayOpinions, sayUnfinished } from '../../../server/feedback/past/past.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { SaidList } from '../../components/feedback/said-list';
import { Answered } from '../../components/page/page';
import type { Filter } from './model';

interface PastProps {
  readonly past: components['schemas']['PastCellView'];
  /** 去年11月, 近一年 */
  readonly said: string;
  readonly month: Filter['month'];
  /** The city sees numbers and names no one. */
  readonly hasNames: boolean;
}

/** How it went here the last time: who did not finish and why, what it was to the others, and who they are. */
export function Past({ past, said, month, hasNames }: PastProps) {
  return (
    <View id="past">
      <View className="past-title">这里{said}的班</View>
      <View>{sayUnfinished(past)}</View>
      <View>{sayOpinions(past)}</View>
      {hasNames && <Women past={past} month={month} />}
    </View>
  );
}

function Women({ past: { regionCode: region, family }, month }: Pick<PastProps, 'past' | 'month'>) {
  const query = { region, family, month: month ? Number(month) : undefined };
  const asking = useAnswer(() => call('GET /api/demand/past/women', { query }), JSON.stringify(query));
  return (
    <Answered asking={asking}>
      {({ women, unnamed }) => (
        <>
          <SaidList women={women} aboutOf={({ title, startsOn }) => ` · ${title} ${sayDate(startsOn)}`} />
          {unnamed > 0 && (
            <View className="line-about">另有{unnamed}人次已撤回同意或删除档案，不列名字。</View>
          )}
        </>
      )}
    </Answered>
  );
}
