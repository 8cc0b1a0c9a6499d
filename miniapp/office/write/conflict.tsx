import { View } from '@tarojs/components';
import { Button } from '../../components/button/button';
import { BlockShown } from './block-shown';
import { typed, type ArticleDraft, type Desk, type TypedBlock } from './model';

interface ConflictProps {
  readonly theirs: Desk;
  readonly mine: ArticleDraft;
  readonly isBusy: boolean;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else saved meanwhile: both are shown side by side, and nothing is lost whatever she chooses. */
export function Conflict({ theirs, mine, isBusy, onTakeTheirs, onKeepMine }: ConflictProps) {
  return (
    <View className="panel" id="conflict">
      <View className="panel-title">别人刚刚也改了这篇</View>
      <View className="line-about">两边都在这里，您来定。没选的那一稿也留着，在“历史稿”里找得到。</View>
      <View className="write-sides">
        <Side
          says={`第${theirs.revision}稿，别人存的`}
          title={theirs.title}
          blocks={theirs.blocks.map(typed)}
        />
        <Side says="您正在写的" title={mine.title} blocks={mine.blocks} />
      </View>
      <View className="buttons">
        <Button id="take-theirs" kind="plain" isBusy={isBusy} onTap={onTakeTheirs}>
          用别人那一稿
        </Button>
        <Button id="keep-mine" isBusy={isBusy} onTap={onKeepMine}>
          存我的这一稿
        </Button>
      </View>
    </View>
  );
}

function Side({ says, title, blocks }: { says: string; title: string; blocks: readonly TypedBlock[] }) {
  return (
    <View className="write-side">
      <View className="line-about">{says}</View>
      <View className="write-side-title">{title}</View>
      {blocks.map((block, index) => (
        <BlockShown key={index} block={block} />
      ))}
    </View>
  );
}
