import { Input, View } from '@tarojs/components';
import { Choice } from '../../components/choice/choice';
import type { Plan } from './model';

interface SeatFieldsProps {
  readonly plan: Plan;
  readonly change: (part: Partial<Plan>) => void;
}

const numbers = [
  ['capacity', '名额', ''],
  ['minimum', '最低开班人数', ''],
  ['reservedForPoor', '先留给建档立卡', '按公布的规则'],
  ['reservedForNever', '先留给没培训过的', '0'],
  ['reservedForLeaders', '先留给带头人', '0'],
] as const;

/** How many women, for whom seats are kept first, with whom and for how much. */
export function SeatFields({ plan, change }: SeatFieldsProps) {
  return (
    <>
      <View className="plan-row">
        {numbers.map(([id, name, without]) => (
          <View key={id} className="plan-field">
            <View className="plan-name">{name}</View>
            <Input
              id={id}
              className="plan-input"
              aria-label={name}
              type="number"
              maxlength={3}
              value={plan[id]}
              placeholder={without}
              onInput={({ detail }) => change({ [id]: detail.value })}
            />
          </View>
        ))}
        <View className="plan-field">
          <View className="plan-name">预算（元）</View>
          <Input
            id="budget"
            className="plan-input"
            aria-label="预算，元"
            type="digit"
            maxlength={10}
            value={plan.budget}
            placeholder="不填也行"
            onInput={({ detail }) => change({ budget: detail.value })}
          />
        </View>
      </View>
      <View className="plan-name">自己办还是合办</View>
      <View className="plan-grid">
        <Choice
          id="alone"
          shape="small"
          name="自己办"
          isChosen={!plan.isJoint}
          onTap={() => change({ isJoint: false })}
        />
        <Choice
          id="jointly"
          shape="small"
          name="和别人合办"
          isChosen={plan.isJoint}
          onTap={() => change({ isJoint: true })}
        />
      </View>
      {plan.isJoint && (
        <Input
          id="joint-with"
          className="plan-input plan-joint"
          aria-label="和谁合办"
          maxlength={60}
          value={plan.jointWith}
          placeholder="写合办单位的名称"
          onInput={({ detail }) => change({ jointWith: detail.value })}
        />
      )}
    </>
  );
}
