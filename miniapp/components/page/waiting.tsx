import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import type { Asking } from '../../api/use-answer';

const patienceMs = 4_000;

/** While the first answer is on its way. When it takes long it says why, so that she neither waits in doubt nor leaves. */
export function Waiting() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View className="state" id="loading" aria-role="status">
      <View className="state-says">{isLong ? '信号有点弱，还在打开…' : '正在打开…'}</View>
    </View>
  );
}

interface KeptNoteProps {
  readonly last: NonNullable<Asking<unknown>['last']>;
  readonly again: () => void;
}

/** Says quietly that what she sees is of last time, and, when nothing fresher came, why, with a way to try again. */
export function KeptNote({ last: { at, trouble }, again }: KeptNoteProps) {
  return (
    <View className="kept" id="kept" aria-role="status">
      <View>
        {trouble === undefined
          ? '上次的内容，正在更新…'
          : `上次的内容（${sayDay(dayOf(new Date(at)))}）。${trouble}`}
      </View>
      {trouble !== undefined && (
        <View className="kept-again" id="again" onClick={again} aria-role="button">
          再试一次
        </View>
      )}
    </View>
  );
}
