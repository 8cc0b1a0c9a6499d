import { useRouter } from '@tarojs/taro';
import { dayOf } from '../../../server/calendar/days.rules';
import { lastSignUpDay } from '../../../server/courses/batches.rules';
import type { FarmSeason } from '../../../server/courses/calendar/warnings.rules';
import type { Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Form } from './form';
import { blankPlan, nearestFirst, planFrom, prefilled, type Plan, type Planning } from './model';

export interface Choices {
  readonly planning: Planning;
  readonly isApprovalAsked: boolean;
  readonly seasons: readonly FarmSeason[];
  /** The plan that is changed, where it is not a new one. */
  readonly plan: Plan | undefined;
}

/** Plans a batch or changes a planned one: from a cell of the demand board, the
 * family with its usual course, the place and the month stand already. */
export default function OpenBatch() {
  const { family = '', region = '', month = '', id = '' } = useRouter().params;
  const asking = useAnswer(() => load(id), id);
  const today = dayOf(new Date());
  return (
    <Office title={id ? '改计划' : '开班'} room="none">
      <Answered asking={asking}>
        {(choices) => {
          const venues = nearestFirst(choices.planning.venues, region);
          const blank = blankPlan((family || 'planting') as Family, today, venues[0]?.id ?? '');
          const fresh = family ? prefilled(blank, choices.planning) : blank;
          return (
            <Form
              choices={choices}
              venues={venues}
              id={id}
              region={region}
              month={Number(month)}
              first={choices.plan ?? fresh}
              again={asking.again}
            />
          );
        }}
      </Answered>
    </Office>
  );
}

async function load(id: string): Promise<Choices> {
  const [planning, rule, { seasons }, file] = await Promise.all([
    call('GET /api/planning'),
    call('GET /api/approval-rule'),
    call('GET /api/farm-seasons'),
    id ? call('GET /api/batch-plans/{id}', { path: { id } }) : undefined,
  ]);
  const plan = file && planFrom(file, lastSignUpDay(new Date(file.batch.signUpUntil)));
  return { planning, isApprovalAsked: rule.isAsked, seasons, plan };
}
