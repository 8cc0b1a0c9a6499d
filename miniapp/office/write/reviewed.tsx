import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { BlockShown } from './block-shown';
import { typed, type Desk } from './model';
import { NewRemark, Remarks } from './remarks';

interface ReviewedProps {
  readonly desk: Desk;
  readonly onDone: (id: string) => void;
}

/** The frozen revision as its reviewers read it, with what they say of each block, and their verdict. */
export function Reviewed({ desk, onDone }: ReviewedProps) {
  const [open, setOpen] = useState<number>();
  const { id, revision, abilities } = desk;
  return (
    <View className="panel write" id="reviewed">
      <View className="write-side-title">{desk.title}</View>
      <View className="line-about">{desk.summary}</View>
      <View className="line-about">
        {desk.source} {desk.documentNumber}
      </View>
      {desk.blocks.map((block, place) => (
        <View key={place} className="reviewed-block" id={`read-${place}`}>
          <BlockShown block={typed(block)} />
          <Remarks
            remarks={desk.remarks.filter((remark) => remark.place === place)}
            onDone={() => onDone(id)}
          />
          {abilities.remark &&
            (open === place ? (
              <NewRemark
                articleId={id}
                revision={revision}
                place={place}
                onDone={() => {
                  setOpen(undefined);
                  onDone(id);
                }}
              />
            ) : (
              <View
                id={`remark-${place}`}
                className="line-act reviewed-act"
                onClick={() => setOpen(place)}
                aria-role="button"
              >
                批注、校对
              </View>
            ))}
        </View>
      ))}
      {abilities.review ? (
        <Verdict desk={desk} onDone={onDone} />
      ) : (
        abilities.reviewRefusedAs && <View className="none">{abilities.reviewRefusedAs}</View>
      )}
    </View>
  );
}

function Verdict({ desk: { id, revision, stageName }, onDone }: ReviewedProps) {
  const [words, setWords] = useState('');
  const { isBusy, does } = useDeed();
  const give = (verdict: 'passed' | 'sentBack') =>
    does(async () => {
      await call('POST /api/articles/{id}/reviews', { path: { id }, body: { revision, verdict, words } });
      say(verdict === 'passed' ? '审过了' : '退回去了');
      onDone(id);
    });
  return (
    <View className="reviewed-verdict">
      <View className="panel-title">您来{stageName.slice(1)}</View>
      <Textarea
        id="review-words"
        className="write-text"
        value={words}
        maxlength={300}
        autoHeight
        placeholder="想对作者说的话（退回时要写）"
        onInput={({ detail }) => setWords(detail.value)}
      />
      <View className="buttons">
        <Button
          id="send-back"
          kind="plain"
          isBusy={isBusy}
          isOff={words.trim() === ''}
          onTap={() => give('sentBack')}
        >
          退回修改
        </Button>
        <Button id="pass" isBusy={isBusy} onTap={() => give('passed')}>
          通过
        </Button>
      </View>
    </View>
  );
}
