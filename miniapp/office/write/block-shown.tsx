import { Image, View } from '@tarojs/components';
import { pictureUrl } from '../../components/article-card/picture-url';
import type { TypedBlock } from './model';

/** A block as its reviewers read it. */
export function BlockShown({ block }: { block: TypedBlock }) {
  switch (block.kind) {
    case 'picture':
      return (
        <View className="shown">
          <Image className="write-shown" src={pictureUrl(block.fileId ?? '', 960)} mode="widthFix" />
          <View className="line-about">图上是：{block.alt || '还没写'}</View>
          {block.caption && <View className="line-about">{block.caption}</View>}
        </View>
      );
    case 'video':
      return <View className="shown line-about">视频号：{block.caption || block.finderUserName}</View>;
    case 'attachment':
      return <View className="shown line-about">附件：{block.name}</View>;
    case 'list':
      return (
        <View className="shown">
          {block.text.split('\n').map((item, index) => (
            <View key={index}>• {item}</View>
          ))}
        </View>
      );
    case 'heading':
    case 'paragraph':
    case 'quote':
      return <View className={`shown shown-${block.kind}`}>{block.text}</View>;
  }
}
