import { View } from '@tarojs/components';
import { useState } from 'react';
import { standingAfter, type ConcernAnswer } from '../../../server/articles/concern.rules';
import type { components } from '../../api/schema';
import { Button } from '../../components/button/button';
import { WhomToAsk } from '../../components/whom-to-ask/whom-to-ask';
import { Section } from '../../components/section/section';

/**
 * “Does this concern me?”: one question after the other, by taps; nothing of it leaves the phone. Whether it does is for her
 * helper to say, who is named with it.
 */
export function ConcernAsked({ concern }: { concern: components['schemas']['ConcernView'] }) {
  const [answers, setAnswers] = useState<readonly ConcernAnswer[]>([]);
  const standing = standingAfter(concern, answers);
  const answer = (one: ConcernAnswer) => setAnswers([...answers, one]);
  return (
    <Section title="这事和我有关吗">
      <View className="concern" id="concern">
        {'asks' in standing ? (
          <>
            <View className="concern-count">
              第{standing.asks + 1}问，一共{concern.questions.length}问
            </View>
            <View className="concern-question">{concern.questions[standing.asks]!.text}</View>
            <View className="concern-answers">
              <Button id="concern-no" kind="plain" onTap={() => answer('no')}>
                不是
              </Button>
              <Button id="concern-yes" onTap={() => answer('yes')}>
                是
              </Button>
            </View>
          </>
        ) : (
          <>
            {standing.concerns ? <Concerns bring={concern.bring} /> : <Otherwise says={concern.otherwise} />}
            <Button id="concern-again" kind="quiet" onTap={() => setAnswers([])}>
              重新答一遍
            </Button>
          </>
        )}
      </View>
    </Section>
  );
}

function Concerns({ bring }: { bring: readonly string[] }) {
  return (
    <View id="concern-yes-said">
      <View className="concern-question">和您有关，可以去问问、办办。</View>
      {bring.length > 0 && <View className="concern-says">要带上：</View>}
      {bring.map((thing) => (
        <View key={thing} className="article-item">
          <View className="article-dot">•</View>
          <View className="article-item-says">{thing}</View>
        </View>
      ))}
      <WhomToAsk />
    </View>
  );
}

function Otherwise({ says }: { says: string }) {
  return (
    <View id="concern-no-said">
      <View className="concern-question">看您答的，这回可能不合适。</View>
      {says !== '' && <View className="concern-says">{says}</View>}
      <WhomToAsk />
    </View>
  );
}
