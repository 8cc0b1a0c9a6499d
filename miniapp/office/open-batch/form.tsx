import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, monthOf, sayDayWithWeekday } from '../../../server/calendar/days.rules';
import { warningsOf } from '../../../server/courses/calendar/warnings.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { MonthGrid } from '../../components/month-grid/month-grid';
import { say } from '../../components/page/page';
import { useUnsaved } from '../../leaving';
import { go, goInstead, routes } from '../../routes';
import { Picker } from '../../components/picker/picker';
import { VenuePicker } from '../../components/venue-picker/venue-picker';
import { CourseFields } from './course-fields';
import { ForWhom } from './for-whom';
import { monthToPlan, planOf, teachersFirst, toggleSlot, type Plan, type Planning } from './model';
import { NewVenue } from './new-venue';
import { PastWarnings } from './past-warnings';
import { SeatFields } from './seat-fields';
import type { Choices } from './index';
import './index.scss';

interface FormProps {
  readonly choices: Choices;
  readonly venues: Planning['venues'];
  /** The planned batch that is changed; '' for a new one. */
  readonly id: string;
  /** From which number of the demand board she came, '' and 0 from none. */
  readonly region: string;
  readonly month: number;
  readonly first: Plan;
  readonly again: () => void;
}

/** Everything that a batch is planned by, on one page. */
export function Form({ choices, venues, id, region, month, first, again }: FormProps) {
  const { planning, isApprovalAsked, seasons } = choices;
  const today = dayOf(new Date());
  const [plan, setPlan] = useState<Plan>(first);
  const { isBusy, does, refused } = useDeed();
  useUnsaved(!isBusy && plan.title !== '' && JSON.stringify(plan) !== JSON.stringify(first));
  const change = (part: Partial<Plan>) => setPlan({ ...plan, ...part });
  const { trainerId, venueId } = plan;
  const { data: busy = [] } = useAnswer(
    async () =>
      trainerId || venueId
        ? call('GET /api/planning/busy', {
            query: {
              trainerId: trainerId || undefined,
              venueId: venueId || undefined,
              except: id || undefined,
            },
          })
        : [],
    `${trainerId} ${venueId}`,
  );
  const trainers = teachersFirst(planning.trainers, plan.family);
  const trainer = trainers.find((one) => one.id === trainerId);
  const venue = planning.venues.find((one) => one.id === venueId);
  const answer = planOf(plan, venue?.capacity);
  const [firstSession] = plan.sessions;
  const warnings = warningsOf(
    plan.sessions.map(({ heldOn }) => heldOn),
    plan.family,
    seasons,
  );
  const keep = (then: 'rest' | 'submit' | 'open') =>
    does(async () => {
      if (!answer.body) return;
      if (then === 'open') {
        const batch = await call('POST /api/batches', { body: answer.body });
        say('开班了，开始报名');
        return goInstead(routes.officeBatch(batch.id));
      }
      const kept = id
        ? await call('PUT /api/batch-plans/{id}', { path: { id }, body: answer.body })
        : await call('POST /api/batch-plans', { body: answer.body });
      const path = { id: kept.batch.id };
      // It is kept from here on: where it cannot be submitted, she goes on from the kept plan.
      try {
        if (then === 'submit')
          await call('POST /api/batch-plans/{id}/steps', { path, body: { step: 'submit' } });
        say(then === 'submit' ? '报上去了，等市妇联审批' : '存好了');
      } finally {
        goInstead(routes.plan(kept.batch.id));
      }
    });

  return (
    <View className="panel plan">
      <ForWhom
        family={plan.family}
        region={region}
        month={firstSession ? monthOf(firstSession.heldOn) : month}
        venue={venue}
      />
      <CourseFields plan={plan} courses={planning.courses} change={change} />

      <View className="plan-name">谁来教</View>
      <Picker
        mode="selector"
        range={trainers.map(({ name, speciality }) => `${name}（${speciality}）`)}
        value={trainers.findIndex(({ id }) => id === trainer?.id)}
        onChange={({ detail }) => change({ trainerId: trainers[Number(detail.value)]?.id ?? '' })}
      >
        <View id="trainer" className="plan-input plan-pick">
          {trainer ? `${trainer.name}（${trainer.speciality}）` : '点这里选教师'} ▾
        </View>
      </Picker>

      <View className="plan-name">在哪儿上课</View>
      <VenuePicker
        id="venue"
        className="plan-input plan-pick"
        venues={venues}
        chosenId={venueId}
        note={venue?.capacity ? `（坐${venue.capacity}人）` : ''}
        onChoose={(chosen) => change({ venueId: chosen })}
      />
      <NewVenue
        onAdded={(added) => {
          change({ venueId: added });
          again();
        }}
      />

      <View className="plan-name">课次：选了{plan.sessions.length}个半天</View>
      <MonthGrid
        today={today}
        month={firstSession?.heldOn.slice(0, 7) ?? monthToPlan(month, today)}
        chosen={plan.sessions}
        busy={busy}
        onTap={(slot) => change({ sessions: toggleSlot(plan.sessions, slot) })}
      />
      {warnings.map((warning) => (
        <View key={warning} className="plan-warning" aria-role="status">
          {warning}
        </View>
      ))}
      <PastWarnings
        family={plan.family}
        region={venue?.regionCode ?? ''}
        days={plan.sessions.map(({ heldOn }) => heldOn)}
      />
      <View id="to-seasons" className="line-act" aria-role="link" onClick={() => go(routes.seasons())}>
        改农忙月份 ›
      </View>

      <SeatFields plan={plan} change={change} />

      <View className="plan-name">报名到哪天</View>
      <Picker
        mode="date"
        value={plan.signUpUntil}
        start={today}
        onChange={({ detail }) => change({ signUpUntil: detail.value })}
      >
        <View id="sign-up-until" className="plan-input plan-pick">
          {sayDayWithWeekday(plan.signUpUntil)} ▾
        </View>
      </Picker>

      <View className="plan-name">名额怎么给</View>
      <Choice
        id="by-assignment"
        name="按需求统一分配"
        about="报名截止后按公布的规则排，贫困妇女先留四成"
        isChosen={plan.admission === 'assignment'}
        onTap={() => change({ admission: 'assignment' })}
      />
      <Choice
        id="by-turn"
        name="先报先得"
        about="报上就有名额，满了候补"
        isChosen={plan.admission === 'direct'}
        onTap={() => change({ admission: 'direct' })}
      />

      {refused && (
        <View id="refused" className="plan-warning" aria-role="alert">
          {refused}
        </View>
      )}
      <View className="buttons">
        <Button
          id={isApprovalAsked ? 'submit' : 'open'}
          isBusy={isBusy}
          isOff={!answer.body}
          onTap={() => keep(isApprovalAsked ? 'submit' : id ? 'rest' : 'open')}
        >
          {answer.missing ?? (isApprovalAsked ? '存好，报市妇联审批' : id ? '存好' : '开班，开始报名')}
        </Button>
      </View>
      {answer.body && (isApprovalAsked || !id) && (
        <View className="buttons">
          <Button id="keep" kind="plain" isBusy={isBusy} onTap={() => keep('rest')}>
            先存着，不开班
          </Button>
        </View>
      )}
    </View>
  );
}
