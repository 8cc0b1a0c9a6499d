import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema';
import { familyPictures } from '../family-picture/family-picture';
import { sayDates, sayDistance, saySeats } from './batch-words';
import './batch-card.scss';

interface BatchCardProps {
  readonly batch: components['schemas']['BatchView'];
  readonly onTap: () => void;
  /** What stands under the facts: her state, or what an officer wants to know. */
  readonly children?: ReactNode;
}

/** A batch on a list: its picture, what, when, where, how far. */
export function BatchCard({ batch, onTap, children }: BatchCardProps) {
  return (
    <View className="batch-card" id={`batch-${batch.id}`} onClick={onTap} aria-role="button">
      <Image className="batch-card-picture" src={familyPictures[batch.family]} mode="aspectFit" />
      <View className="batch-card-words">
        <View className="batch-card-title">{batch.title}</View>
        <View className="batch-card-fact">{sayDates(batch)}</View>
        <View className="batch-card-fact">
          {batch.venueRegionName} {sayDistance(batch.fit)}
        </View>
        {children ?? <View className="batch-card-fact">{saySeats(batch)}</View>}
        {batch.fit && batch.fit.misfits.length === 0 && <View className="batch-card-fits">✓ 适合您</View>}
      </View>
    </View>
  );
}
