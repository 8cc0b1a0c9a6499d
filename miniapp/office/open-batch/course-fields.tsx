import { Input, View } from '@tarojs/components';
import { families, familyNames } from '../../../server/needs/families.rules';
import { Choice } from '../../components/choice/choice';
import type { Plan, Planning } from './model';

interface CourseFieldsProps {
  readonly plan: Plan;
  readonly courses: Planning['courses'];
  readonly change: (part: Partial<Plan>) => void;
}

const readings = [
  [0, '不认字也行'],
  [1, '认一些字'],
  [2, '认字多'],
] as const;

/** What is taught, and to whom: a course that is there with its facts, or a new one. */
export function CourseFields({ plan, courses, change }: CourseFieldsProps) {
  const known = courses.filter(({ family }) => family === plan.family);
  const isKnown = known.some(({ title }) => title === plan.title.trim());
  return (
    <>
      <View className="plan-name">教什么</View>
      <View className="plan-grid">
        {families.map((one) => (
          <Choice
            key={one}
            id={`plan-${one}`}
            shape="small"
            name={familyNames[one]}
            isChosen={plan.family === one}
            onTap={() => change({ family: one, title: '', summary: '' })}
          />
        ))}
      </View>
      {known.length > 0 && (
        <View className="plan-grid plan-courses">
          {known.map(({ id, title, summary, reading, isHeavy, audience }) => (
            <Choice
              key={id}
              id={`course-${id}`}
              shape="small"
              name={title}
              isChosen={plan.title === title}
              onTap={() => change({ title, summary, reading, isHeavy, audience })}
            />
          ))}
        </View>
      )}
      <Input
        id="title"
        className="plan-input"
        aria-label="课程名称"
        value={plan.title}
        maxlength={30}
        placeholder="课程名称"
        onInput={({ detail }) => change({ title: detail.value, summary: '' })}
      />
      {!isKnown && plan.title.trim() !== '' && (
        <>
          <View className="plan-name">这门新课，要认字吗</View>
          <View className="plan-grid">
            {readings.map(([reading, name]) => (
              <Choice
                key={reading}
                id={`reading-${reading}`}
                shape="small"
                name={name}
                isChosen={plan.reading === reading}
                onTap={() => change({ reading })}
              />
            ))}
          </View>
          <View className="plan-name">干重活吗，给谁开</View>
          <View className="plan-grid">
            <Choice
              id="heavy"
              shape="small"
              name="要干重活"
              isChosen={plan.isHeavy}
              onTap={() => change({ isHeavy: !plan.isHeavy })}
            />
            <Choice
              id="for-leaders"
              shape="small"
              name="给带头人开"
              isChosen={plan.audience === 'leaders'}
              onTap={() => change({ audience: plan.audience === 'leaders' ? 'women' : 'leaders' })}
            />
          </View>
        </>
      )}
      {plan.audience === 'leaders' && (
        <View className="line-about">给带头人开的课，带头人和建档立卡的妇女能报。</View>
      )}
    </>
  );
}
