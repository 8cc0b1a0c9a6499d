import { Image, View } from '@tarojs/components';
import { download } from '../../api/download';
import type { components } from '../../api/schema';
import { pictureUrl } from '../../components/article-card/picture-url';

/** One piece of the body, in large letters. */
export function BlockRead({
  block: { kind, text, items, fileId = '', alt = '', caption = '', name = '' },
}: {
  block: components['schemas']['BlockView'];
}) {
  if (kind === 'picture')
    return (
      <View className="article-paragraph">
        <Image
          className="article-photo"
          src={pictureUrl(fileId, 960)}
          mode="widthFix"
          aria-label={alt}
          lazyLoad
        />
        {caption && <View className="article-source">{caption}</View>}
      </View>
    );
  if (kind === 'video') return <View className="article-paragraph">视频号里有这段视频：{caption}</View>;
  if (kind === 'attachment')
    return (
      <View
        className="article-paragraph article-paper"
        onClick={() => void download(`/api/files/${fileId}`)}
        aria-role="button"
      >
        打开附件：{name}
      </View>
    );
  if (kind !== 'list') return <View className={`article-${kind}`}>{text}</View>;
  return (
    <View className="article-list">
      {items?.map((item, index) => (
        <View key={index} className="article-item">
          <View className="article-dot">•</View>
          <View className="article-item-says">{item}</View>
        </View>
      ))}
    </View>
  );
}
