import { View } from '@tarojs/components';
import { families, familyNames } from '../../../server/needs/families.rules';
import { reaches } from '../../../server/needs/needs.rules';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { canGoOn } from '../../pages/need/model';
import { keyOf, steps, type Keyed } from './model';

interface CardByKeysProps {
  readonly name: string;
  readonly keyed: Keyed;
  readonly press: (key: string) => void;
  readonly leave: () => void;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const asks = {
  families: '想学什么？最想学的先按。',
  months: '哪几个月有空？',
  reach: '最远能去哪儿？',
} as const;

/** Her card question by question; each choice shows its key and can be tapped as well. */
export function CardByKeys({ name, keyed: { step, draft }, press, leave }: CardByKeysProps) {
  const one = (id: string, key: string, label: string, isChosen: boolean, place?: number) => (
    <Choice
      key={id}
      id={id}
      shape="small"
      name={`${key.toUpperCase()} ${label}`}
      isChosen={isChosen}
      {...(place ? { place } : {})}
      onTap={() => press(key)}
    />
  );
  return (
    <View className="panel" id={`ask-${step}`}>
      <View className="panel-title">
        {name}：{asks[step]}
      </View>
      <View className="sitting-grid">
        {step === 'families' &&
          families.map((family, place) =>
            one(
              `key-${family}`,
              keyOf.family(place),
              familyNames[family],
              draft.families.includes(family),
              draft.families.indexOf(family) + 1,
            ),
          )}
        {step === 'months' && (
          <>
            {one('key-winter', 'w', '猫冬', false)}
            {one('key-all', 'a', '全年', false)}
            {months.map((month) =>
              one(`key-month-${month}`, keyOf.month(month), `${month}月`, draft.freeMonths.includes(month)),
            )}
          </>
        )}
        {step === 'reach' && (
          <>
            {reaches.map(({ km, about }, place) =>
              one(`key-reach-${km}`, keyOf.reach(place), about, draft.farthestKm === km),
            )}
            {one('key-care', 'c', '孩子要有人看', draft.needsChildCare)}
            {one('key-body', 'b', '干不了重活', draft.isBodyLimited)}
          </>
        )}
      </View>
      <View className="buttons">
        <Button id="key-leave" kind="plain" onTap={leave}>
          换一位（Esc）
        </Button>
        <Button id="key-enter" isOff={!canGoOn(steps.indexOf(step), draft)} onTap={() => press('Enter')}>
          {step === 'reach' ? '记下（回车）' : '下一步（回车）'}
        </Button>
      </View>
    </View>
  );
}
