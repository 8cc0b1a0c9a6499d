import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { say } from '../../components/page/page';
import { sideRows } from '../../components/sides/model';
import { Sides } from '../../components/sides/sides';
import { otherOf, sayPreview, type NearPair, type Preview } from './model';

const titles = ['第一份', '第二份'] as const;

/** Two files and what can be said of them: one woman, with what a merge would do, or two people. */
export function Pair({ pair, again }: { pair: NearPair; again: () => void }) {
  const [preview, setPreview] = useState<Preview | undefined>();
  const { isBusy, does } = useDeed();
  const { first, second, why, isVeryNear, differs, parted } = pair;
  const tryOut = (keptId: string) =>
    does(async () => {
      const body = { keptId, mergedId: otherOf(pair, keptId) };
      setPreview(await call('POST /api/merges/previews', { body }));
    });
  const merge = ({ kept, merged }: Preview) =>
    does(async () => {
      await call('POST /api/merges', { body: { keptId: kept.id, mergedId: merged.id } });
      say('合并好了，合错了可以在下面分开');
      again();
    });
  const part = () =>
    does(async () => {
      const { confirm } = await Taro.showModal({
        title: '确定是两个人？',
        content: '记下以后，这两份不再一起列出来，除非姓名、出生、手机号或身份证号有变化。',
        confirmText: '是两个人',
        cancelText: '再看看',
      });
      if (!confirm) return;
      await call('POST /api/near-pairs/partings', { body: { firstId: first.id, secondId: second.id } });
      say('记下了');
      again();
    });
  return (
    <View id={`pair-${pair.id}`} className="panel">
      {parted && (
        <View className="none">{parted.byName}说过是两个人，后来有一份的内容变了，请再看一看。</View>
      )}
      <Sides titles={titles} why={why} isVeryNear={isVeryNear} rows={sideRows(first, second, differs)} />
      {preview ? (
        <Merging
          pair={pair}
          preview={preview}
          isBusy={isBusy}
          choose={tryOut}
          merge={() => merge(preview)}
          stop={() => setPreview(undefined)}
        />
      ) : (
        <View className="buttons">
          <Button id={`part-${pair.id}`} kind="plain" isBusy={isBusy} onTap={part}>
            不是同一个人
          </Button>
          <Button id={`merge-${pair.id}`} isBusy={isBusy} onTap={() => tryOut(pair.staysId)}>
            是同一个人，合并
          </Button>
        </View>
      )}
    </View>
  );
}

interface MergingProps {
  readonly pair: NearPair;
  readonly preview: Preview;
  readonly isBusy: boolean;
  readonly choose: (keptId: string) => void;
  readonly merge: () => void;
  readonly stop: () => void;
}

function Merging({ pair, preview, isBusy, choose, merge, stop }: MergingProps) {
  const { comes, ends } = sayPreview(preview);
  return (
    <View className="same-merging">
      <View className="panel-title">留下哪一份？</View>
      <View className="same-choices">
        {[pair.first, pair.second].map((file, place) => (
          <Choice
            key={file.id}
            id={`stays-${file.id}`}
            name={`${titles[place]!} ${file.name}`}
            about={file.villageName}
            isChosen={preview.kept.id === file.id}
            onTap={() => choose(file.id)}
          />
        ))}
      </View>
      {comes.map((sentence) => (
        <View key={sentence} className="same-says">
          {sentence}
        </View>
      ))}
      {ends.map((sentence) => (
        <View key={sentence} className="same-says same-warns">
          ⚠ {sentence}
        </View>
      ))}
      <View className="buttons">
        <Button id="merge-not" kind="plain" onTap={stop}>
          先不合并
        </Button>
        <Button id="merge-now" isBusy={isBusy} onTap={merge}>
          确定合并
        </Button>
      </View>
    </View>
  );
}
