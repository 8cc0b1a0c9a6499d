import { Image, Input, Textarea, View } from '@tarojs/components';
import { blockKindNames, blockLimits } from '../../../server/articles/blocks.rules';
import { pictureUrl } from '../../components/article-card/picture-url';
import type { TypedBlock } from './model';

interface BlockEditorProps {
  readonly index: number;
  readonly block: TypedBlock;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (part: Partial<TypedBlock>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One piece of the body, with what it needs to be typed. */
export function BlockEditor({ index, block, isFirst, isLast, onChange, onMove, onRemove }: BlockEditorProps) {
  const act = (name: string, says: string, does: () => void) => (
    <View id={`${name}-${index}`} className="line-act write-act" onClick={does} aria-role="button">
      {says}
    </View>
  );
  return (
    <View className="write-block" id={`piece-${index}`}>
      <View className="write-kind">
        <View className="write-kind-name">{blockKindNames[block.kind]}</View>
        {!isFirst && act('up', '上移', () => onMove(-1))}
        {!isLast && act('down', '下移', () => onMove(1))}
        {act('remove', '去掉', onRemove)}
      </View>
      <Fields index={index} block={block} onChange={onChange} />
    </View>
  );
}

function Fields({ index, block, onChange }: Pick<BlockEditorProps, 'index' | 'block' | 'onChange'>) {
  const line = (
    field: 'alt' | 'caption' | 'finderUserName' | 'feedId' | 'name',
    asks: string,
    most: number,
  ) => (
    <Input
      id={`${field}-${index}`}
      className="write-input"
      value={block[field] ?? ''}
      maxlength={most}
      placeholder={asks}
      onInput={({ detail }) => onChange({ [field]: detail.value })}
    />
  );
  switch (block.kind) {
    case 'picture':
      return (
        <>
          <Image className="write-shown" src={pictureUrl(block.fileId ?? '', 480)} mode="widthFix" />
          {line('alt', '图上是什么（念给听文章的人）', blockLimits.alt)}
          {line('caption', '图下面的说明（可以不写）', blockLimits.caption)}
        </>
      );
    case 'video':
      return (
        <>
          {line('finderUserName', '视频号ID', blockLimits.videoId)}
          {line('feedId', '视频ID（在视频号助手里复制）', blockLimits.videoId)}
          {line('caption', '视频讲什么', blockLimits.caption)}
        </>
      );
    case 'attachment':
      return line('name', '附件叫什么', blockLimits.name);
    case 'heading':
    case 'list':
    case 'paragraph':
    case 'quote':
      return (
        <Textarea
          id={`block-${index}`}
          className={`write-text write-${block.kind}`}
          value={block.text}
          maxlength={blockLimits.text}
          autoHeight
          placeholder={block.kind === 'list' ? '一行一条' : '写在这里'}
          onInput={({ detail }) => onChange({ text: detail.value })}
        />
      );
  }
}
