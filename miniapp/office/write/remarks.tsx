import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import type { Desk } from './model';

type Remark = Desk['remarks'][number];
const answered = { accepted: '已采纳', declined: '没采纳', settled: '已处理' } as const;

/** What was said of one block, and the author's answers. */
export function Remarks({ remarks, onDone }: { remarks: readonly Remark[]; onDone: () => void }) {
  const { isBusy, does } = useDeed();
  const answer = (id: string, said: 'accepted' | 'declined' | 'settled') =>
    does(async () => {
      await call('POST /api/article-remarks/{id}/answer', { path: { id }, body: { answer: said } });
      onDone();
    });
  return (
    <>
      {remarks.map((remark) => (
        <View key={remark.id} className="remark" id={`said-${remark.id}`}>
          {remark.kind === 'mark' ? (
            <View>
              校对：把“{remark.excerpt}”{remark.replacement === '' ? '删掉' : `改成“${remark.replacement}”`}
            </View>
          ) : (
            <View>批注：{remark.words}</View>
          )}
          <View className="line-about">
            {remark.byName}
            {remark.answer && ` · ${answered[remark.answer]}`}
          </View>
          {remark.mayAnswer && (
            <View className="buttons">
              {remark.kind === 'mark' ? (
                <>
                  <Button
                    id={`decline-${remark.id}`}
                    kind="plain"
                    isBusy={isBusy}
                    onTap={() => answer(remark.id, 'declined')}
                  >
                    不改
                  </Button>
                  <Button
                    id={`accept-${remark.id}`}
                    isBusy={isBusy}
                    onTap={() => answer(remark.id, 'accepted')}
                  >
                    照着改
                  </Button>
                </>
              ) : (
                <Button
                  id={`settle-${remark.id}`}
                  kind="plain"
                  isBusy={isBusy}
                  onTap={() => answer(remark.id, 'settled')}
                >
                  处理好了
                </Button>
              )}
            </View>
          )}
        </View>
      ))}
    </>
  );
}

interface NewRemarkProps {
  readonly articleId: string;
  readonly revision: number;
  readonly place: number;
  readonly onDone: () => void;
}

/** Says something of a block; with the words as they stand, it is a mark that the author can accept with one tap. */
export function NewRemark({ articleId, revision, place, onDone }: NewRemarkProps) {
  const [{ words, excerpt, replacement }, set] = useState({ words: '', excerpt: '', replacement: '' });
  const { isBusy, does } = useDeed();
  const isMark = excerpt !== '';
  const line = (field: 'words' | 'excerpt' | 'replacement', asks: string, most: number) => (
    <Input
      id={`remark-${field}`}
      className="write-input"
      value={{ words, excerpt, replacement }[field]}
      maxlength={most}
      placeholder={asks}
      onInput={({ detail }) => set((before) => ({ ...before, [field]: detail.value }))}
    />
  );
  const send = () =>
    does(async () => {
      const said = isMark ? { kind: 'mark', excerpt, replacement } : { kind: 'comment', words };
      const body = { revision, place, ...said } as const;
      await call('POST /api/articles/{id}/remarks', { path: { id: articleId }, body: body as never });
      onDone();
    });
  return (
    <View className="remark">
      {line('excerpt', '校对：原来的字（照抄）', 200)}
      {isMark && line('replacement', '改成（空着就是删掉）', 200)}
      {!isMark && line('words', '或者写批注', 300)}
      <View className="buttons">
        <Button id="remark-send" isBusy={isBusy} isOff={!isMark && words.trim() === ''} onTap={send}>
          {isMark ? '提校对' : '提批注'}
        </Button>
      </View>
    </View>
  );
}
