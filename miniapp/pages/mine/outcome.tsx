import { View } from '@tarojs/components';
import { useState } from 'react';
import type { components } from '../../api/schema';

/** Why she got a place or not: one sentence, and for who wants more a reason for each batch. */
export function Outcome({ outcome }: { outcome: components['schemas']['OutcomeView'] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="outcome" id="outcome">
      <View className="outcome-title">分配结果</View>
      <View className="outcome-sentence">{outcome.sentence}</View>
      {outcome.reasons.length > 0 && (
        <View className="outcome-more" id="outcome-more" onClick={() => setOpen(!isOpen)} aria-role="button">
          {isOpen ? '收起 ▲' : '每个班为什么 ▼'}
        </View>
      )}
      {isOpen &&
        outcome.reasons.map((reason) => (
          <View key={reason.batchId} className="outcome-reason">
            {reason.sentence}
          </View>
        ))}
    </View>
  );
}
