import { View } from '@tarojs/components';
import { go } from '../../routes';
import { leadsTo, type Notice } from './model';
import './notice-line.scss';

/** One notice; a tap leads to what it speaks of. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const url = leadsTo(notice);
  return (
    <View
      className="notice-line"
      onClick={() => url !== undefined && go(url)}
      aria-role={url === undefined ? 'text' : 'link'}
    >
      <View className="notice-line-says">{notice.sentence}</View>
      {url !== undefined && <View className="notice-line-arrow">›</View>}
    </View>
  );
}
