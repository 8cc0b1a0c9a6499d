import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  monthLater,
  sayDay,
  sayHalf,
  sayMonth,
  type Day,
  type Half,
} from '../../../server/calendar/days.rules';
import type { Slot } from '../../../server/courses/batches.rules';
import { gridOf, type GridDay, type HalfState } from './grid';
import './month-grid.scss';

interface MonthGridProps {
  readonly today: Day;
  /** The month that is shown first, as `2026-12`. */
  readonly month: string;
  readonly chosen: readonly Slot[];
  /** Half days in which trainer or place are given away. */
  readonly busy: readonly Slot[];
  readonly onTap: (slot: Slot) => void;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

const stateWords: Readonly<Record<HalfState, string>> = {
  free: '',
  chosen: '已选',
  busy: '教师或地点有课',
  past: '过了',
};

/** A month of half days to choose from: each day has a morning above and an afternoon below. */
export function MonthGrid({ today, month: first, chosen, busy, onTap }: MonthGridProps) {
  const [month, setMonth] = useState(first);
  return (
    <View className="month">
      <View className="month-head">
        <View
          id="month-before"
          className="month-turn"
          aria-role="button"
          aria-label="上个月"
          onClick={() => month > today.slice(0, 7) && setMonth(monthLater(month, -1))}
        >
          ‹
        </View>
        <View className="month-name">{sayMonth(month)}</View>
        <View
          id="month-after"
          className="month-turn"
          aria-role="button"
          aria-label="下个月"
          onClick={() => setMonth(monthLater(month, 1))}
        >
          ›
        </View>
      </View>
      <View className="month-days">
        {weekdays.map((name) => (
          <View key={name} className="month-weekday">
            {name}
          </View>
        ))}
        {gridOf(month, { today, chosen, busy }).map((day, at) =>
          day ? (
            <OneDay key={day.day} day={day} onTap={onTap} />
          ) : (
            <View key={`blank-${at}`} className="month-blank" />
          ),
        )}
      </View>
      <View className="line-about">每天上面是上午，下面是下午。打叉的教师或地点已经有课。</View>
    </View>
  );
}

function OneDay({ day, onTap }: { day: GridDay; onTap: (slot: Slot) => void }) {
  return (
    <View className="month-day">
      <View className={`month-number ${day.holiday ? 'month-holiday' : ''}`}>
        {day.number}
        {day.holiday ? '休' : ''}
      </View>
      {day.halves.map(({ half, state }) => (
        <View
          key={half}
          id={`slot-${day.day}-${half}`}
          className={`month-half month-${state}`}
          aria-role="checkbox"
          aria-checked={state === 'chosen'}
          aria-label={`${sayDay(day.day)}${sayHalf(half)} ${stateWords[state]}`}
          onClick={() => (state === 'free' || state === 'chosen') && onTap({ heldOn: day.day, half })}
        >
          {signOf(state, half)}
        </View>
      ))}
    </View>
  );
}

function signOf(state: HalfState, half: Half): string {
  if (state === 'chosen') return '✓';
  if (state === 'busy') return '✕';
  return half === 'morning' ? '上' : '下';
}
