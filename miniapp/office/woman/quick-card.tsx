import { View } from '@tarojs/components';
import { families, familyNames } from '../../../server/needs/families.rules';
import { reaches } from '../../../server/needs/needs.rules';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { canGoOn, toggle, winter, type Draft } from '../../pages/need/model';

interface QuickCardProps {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
  readonly send: () => void;
  readonly isBusy: boolean;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The need card on one screen, for somebody who asks the questions aloud. */
export function QuickCard({ draft, change, send, isBusy }: QuickCardProps) {
  const isDone = [0, 1, 2].every((step) => canGoOn(step, draft));
  return (
    <View className="quick">
      <View className="quick-ask">想学什么（最想学的先点）</View>
      <View className="quick-grid">
        {families.map((family) => (
          <Choice
            key={family}
            id={`quick-${family}`}
            shape="small"
            name={familyNames[family]}
            isChosen={draft.families.includes(family)}
            place={draft.families.indexOf(family) + 1 || undefined}
            onTap={() => change({ ...draft, families: toggle(draft.families, family) })}
          />
        ))}
      </View>
      <View className="quick-ask">哪几个月有空</View>
      <View className="quick-grid quick-grid-months">
        <Choice
          id="quick-winter"
          shape="small"
          name="猫冬"
          isChosen={false}
          onTap={() => change({ ...draft, freeMonths: winter })}
        />
        {months.map((month) => (
          <Choice
            key={month}
            id={`quick-month-${month}`}
            shape="small"
            name={`${month}月`}
            isChosen={draft.freeMonths.includes(month)}
            onTap={() => change({ ...draft, freeMonths: toggle(draft.freeMonths, month) })}
          />
        ))}
      </View>
      <View className="quick-ask">最远能去哪儿</View>
      <View className="quick-grid">
        {reaches.map(({ km, about }) => (
          <Choice
            key={km}
            id={`quick-reach-${km}`}
            shape="small"
            name={about}
            isChosen={draft.farthestKm === km}
            onTap={() => change({ ...draft, farthestKm: km })}
          />
        ))}
        <Choice
          id="quick-care"
          shape="small"
          name="孩子要有人看"
          isChosen={draft.needsChildCare}
          onTap={() => change({ ...draft, needsChildCare: !draft.needsChildCare })}
        />
        <Choice
          id="quick-body"
          shape="small"
          name="干不了重活"
          isChosen={draft.isBodyLimited}
          onTap={() => change({ ...draft, isBodyLimited: !draft.isBodyLimited })}
        />
      </View>
      <View className="buttons">
        <Button id="keep-need" isBusy={isBusy} isOff={!isDone} onTap={send}>
          记下
        </Button>
      </View>
    </View>
  );
}
