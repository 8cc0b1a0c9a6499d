import { Input, Picker, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { dayOf, daysLater, sayDayWithWeekday, sayHalf } from '../../../server/calendar/days.rules';
import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { useUnsaved } from '../../leaving';
import { goInstead, routes } from '../../routes';
import { addSlot, blankPlan, nearestFirst, planOf, removeSlot, type Plan, type Planning } from './model';
import { NewVenue } from './new-venue';
import './index.scss';

/** Opens a batch: from a cell of the demand board the family and the place stand already. */
export default function OpenBatch() {
  const { family = '', region = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/planning'));
  return (
    <Office title="开班" room="none">
      <Answered asking={asking}>
        {(planning) => (
          <Form
            planning={planning}
            family={(family || 'planting') as Family}
            region={region}
            again={asking.again}
          />
        )}
      </Answered>
    </Office>
  );
}

function Form({
  planning,
  family,
  region,
  again,
}: {
  planning: Planning;
  family: Family;
  region: string;
  again: () => void;
}) {
  const today = dayOf(new Date());
  const venues = nearestFirst(planning.venues, region);
  const [plan, setPlan] = useState<Plan>(() => blankPlan(family, today, venues[0]?.id ?? ''));
  const { isBusy, does } = useDeed();
  useUnsaved(!isBusy && plan.title !== '');
  const change = (part: Partial<Plan>) => setPlan({ ...plan, ...part });
  const courses = planning.courses.filter((course) => course.family === plan.family);
  const trainer = planning.trainers.find(({ id }) => id === plan.trainerId);
  const venue = planning.venues.find(({ id }) => id === plan.venueId);
  const answer = planOf(plan);

  return (
    <View className="panel plan">
      <View className="plan-name">教什么</View>
      <View className="plan-grid">
        {families.map((one) => (
          <Choice
            key={one}
            id={`plan-${one}`}
            shape="small"
            name={familyNames[one]}
            isChosen={plan.family === one}
            onTap={() => change({ family: one, title: '' })}
          />
        ))}
      </View>
      {courses.length > 0 && (
        <View className="plan-grid plan-courses">
          {courses.map(({ id, title, summary, reading, isHeavy }) => (
            <Choice
              key={id}
              id={`course-${id}`}
              shape="small"
              name={title}
              isChosen={plan.title === title}
              onTap={() => change({ title, summary, reading, isHeavy })}
            />
          ))}
        </View>
      )}
      <Input
        id="title"
        className="plan-input"
        value={plan.title}
        maxlength={30}
        placeholder="课程名称"
        onInput={({ detail }) => change({ title: detail.value })}
      />

      <View className="plan-name">谁来教</View>
      <Picker
        mode="selector"
        range={planning.trainers.map(({ name, speciality }) => `${name}（${speciality}）`)}
        value={0}
        onChange={({ detail }) => change({ trainerId: planning.trainers[Number(detail.value)]?.id ?? '' })}
      >
        <View id="trainer" className="plan-input plan-pick">
          {trainer ? `${trainer.name}（${trainer.speciality}）` : '点这里选教师'} ▾
        </View>
      </Picker>

      <View className="plan-name">在哪儿上课</View>
      <Picker
        mode="selector"
        range={venues.map(({ name, regionName }) => `${regionName} ${name}`)}
        value={0}
        onChange={({ detail }) => change({ venueId: venues[Number(detail.value)]?.id ?? '' })}
      >
        <View id="venue" className="plan-input plan-pick">
          {venue ? `${venue.regionName} ${venue.name}` : '点这里选地点'} ▾
        </View>
      </Picker>
      <NewVenue
        onAdded={(id) => {
          change({ venueId: id });
          again();
        }}
      />

      <View className="plan-name">课次（每次半天）</View>
      {plan.sessions.map((slot) => (
        <View key={`${slot.heldOn}${slot.half}`} className="line">
          <View className="line-main">
            {sayDayWithWeekday(slot.heldOn)} {sayHalf(slot.half)}
          </View>
          <View
            className="line-act"
            onClick={() => change({ sessions: removeSlot(plan.sessions, slot) })}
            aria-role="button"
          >
            去掉
          </View>
        </View>
      ))}
      <View className="plan-slot">
        <Picker
          mode="date"
          value={plan.nextDay}
          start={daysLater(today, 1)}
          onChange={({ detail }) => change({ nextDay: detail.value })}
        >
          <View id="next-day" className="plan-input plan-pick">
            {sayDayWithWeekday(plan.nextDay)} ▾
          </View>
        </Picker>
        <Button id="add-morning" kind="plain" onTap={() => change(addSlot(plan, 'morning'))}>
          加上午
        </Button>
        <Button id="add-afternoon" kind="plain" onTap={() => change(addSlot(plan, 'afternoon'))}>
          加下午
        </Button>
      </View>

      <View className="plan-row">
        <Field name="名额" id="capacity" value={plan.capacity} onInput={(capacity) => change({ capacity })} />
        <Field
          name="最低开班人数"
          id="minimum"
          value={plan.minimum}
          onInput={(minimum) => change({ minimum })}
        />
      </View>

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

      <View className="buttons">
        <Button
          id="open"
          isBusy={isBusy}
          isOff={!answer.body}
          onTap={() =>
            does(async () => {
              if (!answer.body) return;
              const batch = await call('POST /api/batches', { body: answer.body });
              say('开班了，开始报名');
              goInstead(routes.officeBatch(batch.id));
            })
          }
        >
          {answer.missing ?? '开班，开始报名'}
        </Button>
      </View>
    </View>
  );
}

function Field({
  name,
  id,
  value,
  onInput,
}: {
  name: string;
  id: string;
  value: string;
  onInput: (value: string) => void;
}) {
  return (
    <View className="plan-field">
      <View className="plan-name">{name}</View>
      <Input
        id={id}
        className="plan-input"
        aria-label={name}
        type="number"
        maxlength={3}
        value={value}
        onInput={({ detail }) => onInput(detail.value)}
      />
    </View>
  );
}
