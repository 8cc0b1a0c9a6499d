import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { articleKindNames, articleKinds, type ArticleKind } from '../../../server/articles/articles.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { ArticleCard } from '../../components/article-card/article-card';
import { Answered, Page } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';

const kinds = [['', '全部'], ...articleKinds.map((kind) => [kind, articleKindNames[kind]] as const)] as const;

/** Policies, notices and stories; what concerns her own area first. */
export default function Articles() {
  const { kind: asked } = useRouter().params;
  const [kind, setKind] = useState<ArticleKind | ''>((asked as ArticleKind | undefined) ?? '');
  const region = homeRegion() || undefined;
  const asking = useAnswer(
    () => call('GET /api/articles', { query: { kind: kind || undefined, region } }),
    kind,
    'articles',
  );
  return (
    <Page title="政策和故事">
      <Tabs of={kinds} chosen={kind} onChoose={setKind} />
      <Answered asking={asking} isEmpty={(articles) => articles.length === 0}>
        {(articles) => articles.map((article) => <ArticleCard key={article.id} article={article} />)}
      </Answered>
    </Page>
  );
}
