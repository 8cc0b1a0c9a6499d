import { View } from '@tarojs/components';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';

type Draft = components['schemas']['DraftView'];

const wordOf = ({ state, stage, stageName }: Draft) =>
  stage === 'out' && state === 'withdrawn' ? '已撤下' : stageName;

const toneOf = ({ state, stage }: Draft) =>
  stage === 'out' ? (state === 'published' ? 'good' : 'still') : stage === 'writing' ? 'still' : 'wait';

/** What the office writes: drafts, what is published, what was withdrawn. */
export default function Drafts() {
  const asking = useAnswer(() => call('GET /api/drafts'));
  return (
    <Office title="文章" room="drafts">
      <View className="buttons">
        <Button id="write" onTap={() => go(routes.write())}>
          写一篇
        </Button>
      </View>
      <Answered asking={asking} isEmpty={(drafts) => drafts.length === 0} emptySays="还没有文章。">
        {(drafts) => (
          <View className="panel">
            {drafts.map((draft) => (
              <View
                key={draft.id}
                id={`draft-${draft.id}`}
                className="line"
                onClick={() => go(routes.write(draft.id))}
                aria-role="link"
              >
                <View className="line-main">
                  <View className="line-name">{draft.title}</View>
                  <View className="line-about">
                    {draft.kindName} · {draft.source}
                    {draft.state !== 'draft' && ` · 看过${draft.reads}次`}
                  </View>
                </View>
                {draft.state === 'published' && draft.stage !== 'out' && <Tag tone="good">已发布</Tag>}
                <Tag tone={toneOf(draft)}>{wordOf(draft)}</Tag>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}
