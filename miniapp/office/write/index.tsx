import { Image, Input, Textarea, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import {
  articleKindNames,
  articleKinds,
  articleLimits,
  covers as coverNames,
} from '../../../server/articles/articles.rules';
import { blockLimits } from '../../../server/articles/blocks.rules';
import { call } from '../../api/call';
import { homeRegion, isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { covers } from '../../components/article-card/covers';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import {
  blankArticle,
  entryOf,
  fromDraft,
  withBlock,
  withoutBlock,
  blockNames,
  type ArticleDraft,
  type DraftView,
} from './model';
import './index.scss';

const kinds = articleKinds.map((kind) => [kind, articleKindNames[kind]] as const);

/** Writes an article block by block, saves it from the revision it began from, publishes, withdraws. */
export default function Write() {
  const { id } = useRouter().params;
  const asking = useAnswer(
    async () => (id ? (await call('GET /api/drafts')).find((draft) => draft.id === id) : null),
    id,
  );
  return (
    <Office title="写文章" room="none">
      <Answered asking={asking}>
        {(draft) => <Editor key={draft?.id ?? 'new'} begun={draft ?? undefined} />}
      </Answered>
    </Office>
  );
}

function Editor({ begun }: { begun: DraftView | undefined }) {
  const [saved, setSaved] = useState(begun);
  const [article, setArticle] = useState<ArticleDraft>(() =>
    begun ? fromDraft(begun) : blankArticle(homeRegion()),
  );
  const { isBusy, does } = useDeed();
  const change = (part: Partial<ArticleDraft>) => setArticle({ ...article, ...part });
  const mayPublish = isA('city_officer');

  const save = async (): Promise<DraftView> => {
    const body = entryOf(article);
    const next = saved
      ? await call('PUT /api/articles/{id}', {
          path: { id: saved.id },
          body: { ...body, beganFrom: saved.revision },
        })
      : await call('POST /api/articles', { body });
    setSaved(next);
    return next;
  };
  const publish = () =>
    does(async () => {
      const { id } = await save();
      setSaved(await call('POST /api/articles/{id}/publication', { path: { id } }));
      say('已发布，大家都能看到了');
    });
  const withdraw = async (id: string) => {
    const { confirm } = await Taro.showModal({
      title: '撤下文章',
      content: '撤下后谁也看不到了，确定吗？',
      confirmText: '撤下',
      cancelText: '再想想',
    });
    if (confirm)
      does(async () => setSaved(await call('POST /api/articles/{id}/withdrawal', { path: { id } })));
  };

  return (
    <View className="panel write">
      {saved && (
        <View className="line-about" id="state">
          {saved.stateName}，第{saved.revision}稿
        </View>
      )}
      <Tabs of={kinds} chosen={article.kind} onChoose={(kind) => change({ kind })} />
      <Input
        id="title"
        className="write-title"
        value={article.title}
        maxlength={articleLimits.title}
        placeholder="标题"
        onInput={({ detail }) => change({ title: detail.value })}
      />
      <Input
        id="summary"
        className="write-input"
        value={article.summary}
        maxlength={articleLimits.summary}
        placeholder="一句话说清楚"
        onInput={({ detail }) => change({ summary: detail.value })}
      />
      <Input
        id="source"
        className="write-input"
        value={article.source}
        maxlength={articleLimits.source}
        placeholder="来源和文号"
        onInput={({ detail }) => change({ source: detail.value })}
      />
      <View className="write-covers">
        {coverNames.map((cover) => (
          <View
            key={cover}
            className={`write-cover ${article.cover === cover ? 'write-cover-on' : ''}`}
            onClick={() => change({ cover })}
            aria-role="radio"
            aria-checked={article.cover === cover}
            aria-label="封面"
          >
            <Image className="write-picture" src={covers[cover]} mode="aspectFill" />
          </View>
        ))}
      </View>
      {article.blocks.map((block, index) => (
        <View key={index} className="write-block">
          <View className="write-kind">
            {blockNames[block.kind]}
            <View
              className="line-act"
              onClick={() => change({ blocks: withoutBlock(article.blocks, index) })}
              aria-role="button"
            >
              去掉
            </View>
          </View>
          <Textarea
            id={`block-${index}`}
            className={`write-text write-${block.kind}`}
            value={block.text}
            maxlength={blockLimits.text}
            autoHeight
            placeholder={block.kind === 'list' ? '一行一条' : '写在这里'}
            onInput={({ detail }) => change({ blocks: withBlock(article.blocks, index, detail.value) })}
          />
        </View>
      ))}
      <View className="write-add">
        {(['paragraph', 'heading', 'list', 'quote'] as const).map((kind) => (
          <View
            key={kind}
            id={`add-${kind}`}
            className="write-add-one"
            onClick={() => change({ blocks: [...article.blocks, { kind, text: '' }] })}
            aria-role="button"
          >
            加{blockNames[kind]}
          </View>
        ))}
      </View>
      <View className="buttons">
        {saved?.state === 'published' && mayPublish && (
          <Button id="withdraw" kind="quiet" isBusy={isBusy} onTap={() => void withdraw(saved.id)}>
            撤下
          </Button>
        )}
        <Button
          id="save"
          kind="plain"
          isBusy={isBusy}
          isOff={article.title.trim() === ''}
          onTap={() => does(() => save().then(() => say('存好了')))}
        >
          存草稿
        </Button>
        {mayPublish && (
          <Button
            id="publish"
            isBusy={isBusy}
            isOff={article.title.trim() === '' || !article.blocks.some(({ text }) => text.trim() !== '')}
            onTap={publish}
          >
            发布
          </Button>
        )}
      </View>
    </View>
  );
}
