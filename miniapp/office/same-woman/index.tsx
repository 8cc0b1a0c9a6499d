import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Pager } from '../../components/office/pager';
import { Answered, say } from '../../components/page/page';
import { perPage, sayList, sayMerge, type PastMerge } from './model';
import { Pair } from './pair';
import './index.scss';

/** Files that may be one woman, put side by side: merged, or said to be two people. */
export default function SameWoman() {
  const { womanId } = useRouter().params;
  const [page, setPage] = useState(1);
  const asking = useAnswer(() => load(womanId, page), `${womanId ?? ''} ${page}`);
  return (
    <Office title="是不是同一个人" room={womanId ? 'none' : 'same'}>
      <Answered asking={asking}>
        {({ near, merges }) => (
          <>
            <View id="near-says" className="none">
              {sayList(near)}
            </View>
            {near.pairs.map((pair) => (
              <Pair key={pair.id} pair={pair} again={asking.again} />
            ))}
            <Pager page={page} perPage={perPage} total={near.total} onTurn={setPage} />
            {merges.length > 0 && <Merges merges={merges} again={asking.again} />}
          </>
        )}
      </Answered>
    </Office>
  );
}

async function load(womanId: string | undefined, page: number) {
  const [near, merges] = await Promise.all([
    call('GET /api/near-pairs', { query: { page, ...(womanId && { womanId }) } }),
    call('GET /api/merges'),
  ]);
  return { near, merges };
}

function Merges({ merges, again }: { merges: readonly PastMerge[]; again: () => void }) {
  const { isBusy, does } = useDeed();
  const undo = (id: string) =>
    does(async () => {
      const { confirm } = await Taro.showModal({
        title: '把两份分开？',
        content: '合并时并过来的，各归各的。已经退出的重复报名不会回来。',
        confirmText: '分开',
        cancelText: '不分',
      });
      if (!confirm) return;
      await call('POST /api/merges/{id}/undoing', { path: { id } });
      say('分开了');
      again();
    });
  return (
    <View className="panel">
      <View className="panel-title">最近合并的</View>
      {merges.map((merge) => (
        <View key={merge.id} className="line">
          <View className="line-main">
            <View className="line-name">{sayMerge(merge)}</View>
            <View className="line-about">{merge.villageName}</View>
          </View>
          {!merge.undoneAt && (
            <Button id={`undo-${merge.id}`} kind="quiet" isBusy={isBusy} onTap={() => undo(merge.id)}>
              合错了，分开
            </Button>
          )}
        </View>
      ))}
    </View>
  );
}
