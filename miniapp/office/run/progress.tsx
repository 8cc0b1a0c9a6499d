import { View } from '@tarojs/components';
import './progress.scss';

/** How far a long computation is; nothing while none is under way. */
export function Progress({ percent }: { percent: number | undefined }) {
  if (percent === undefined) return null;
  return (
    <View className="progress" id="progress" aria-role="progressbar">
      <View className="progress-said">正在试算，已完成{percent}%，可以先做别的事。</View>
      <View className="progress-track">
        <View className="progress-done" style={{ width: `${percent}%` }} />
      </View>
    </View>
  );
}
