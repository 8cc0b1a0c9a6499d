import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { AddBatch } from './add-batch';
import { Proposed } from './proposed';
import {
  askedOf,
  choiceNames,
  choices,
  firstWish,
  keptOf,
  sayAgainst,
  sayBest,
  sayFigures,
  servedBy,
  type Kept,
  type Suggestions,
  type Wish,
} from './model';
import './index.scss';

const subjects = [
  ['', '什么都算'] as const,
  ...families.map((family) => [family, familyNames[family]] as const),
];

/** Which batches to open so that most women are served: proposed, changed by the officer, kept as plans. */
export default function SuggestionsPage() {
  const { family = '' } = useRouter().params;
  const [wish, setWish] = useState<Wish>({ ...firstWish, family: family as Family | '' });
  const [suggested, setSuggested] = useState(0);
  const asking = useAnswer(
    () => call('POST /api/suggestions', { body: askedOf(wish) }),
    JSON.stringify(askedOf(wish)),
  );
  // It takes its seconds because there is much to count, not because the signal is weak.
  const isCounting = asking.data === undefined && asking.trouble === undefined;
  const ask = (part: Partial<Wish>) => setWish({ ...wish, kept: undefined, ...part });
  const keep = (found: Suggestions, kept: readonly Kept[]) => {
    if (!wish.kept) setSuggested(servedBy(found));
    setWish({ ...wish, kept });
  };
  return (
    <Office title="开班建议" room="suggestions">
      <View className="panel">
        <Tabs of={subjects} chosen={wish.family} onChoose={(chosen) => ask({ family: chosen })} />
        <View className="suggest-numbers">
          {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
            <View key={name} id={`ask-${name}`}>
              <View className="line-about">{choiceNames[name]}</View>
              <Tabs
                of={choices[name].map((number) => [`${name}-${number}`, String(number)] as const)}
                chosen={`${name}-${wish[name]}`}
                onChoose={(chosen) => ask({ [name]: Number(chosen.slice(name.length + 1)) })}
              />
            </View>
          ))}
        </View>
      </View>
      {isCounting && (
        <View className="panel" id="counting" aria-role="status">
          正在算怎么排照顾的人最多，人多的县要等十来秒。
        </View>
      )}
      {!isCounting && (
        <Answered asking={asking}>
          {(found) => (
            <>
              <View className="panel" id="figures">
                <View className="panel-title">{found.batches.length}个班</View>
                <View>{sayFigures(found)}</View>
                <View className="line-about">
                  {wish.kept ? sayAgainst(found, suggested) : sayBest(found)}
                </View>
                {found.unplaced.length > 0 && (
                  <View className="line-about">
                    有{found.unplaced.length}个班排不进去：那个月教师或地点没有空，或正是农忙。
                  </View>
                )}
                {wish.kept && (
                  <View className="buttons">
                    <Button id="suggest-again" kind="plain" onTap={() => ask({})}>
                      重新建议
                    </Button>
                  </View>
                )}
              </View>
              <Proposed batches={found.batches} minimum={wish.minimum} onKeep={(kept) => keep(found, kept)} />
              <AddBatch
                months={wish.months}
                onAdd={(one) => keep(found, [...found.batches.map(keptOf), one])}
              />
              {found.unmet.length > 0 && (
                <View className="panel" id="unmet">
                  <View className="panel-title">还照顾不到的</View>
                  {found.unmet.map(({ reason, sentence, women, areas }) => (
                    <View key={reason} className="line">
                      <View className="line-main">
                        <View className="line-name">
                          {women}人：{sentence}
                        </View>
                        <View className="line-about">
                          {areas.map((area) => `${area.regionName}${area.women}人`).join('、')}
                        </View>
                      </View>
                    </View>
                  ))}
                </View>
              )}
            </>
          )}
        </Answered>
      )}
    </Office>
  );
}
