import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { articleKindNames, articleKinds, type ArticleKind } from '../../../server/articles/articles.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { ArticleCard } from '../../components/article-card/article-card';
import { mayBeKept } from '../../components/article-card/kept-articles';
import { Answered, Page } from '../../components/page/page';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { Tabs } from '../../components/tabs/tabs';
import { keptAs, questionOf, sayNothing } from './model';
import './index.scss';

const kinds = [['', '全部'], ...articleKinds.map((kind) => [kind, articleKindNames[kind]] as const)] as const;

/** Policies, notices and stories: what concerns her own area first, or all that say what she looks for. */
export default function Articles() {
  const { kind: asked, region: place } = useRouter().params;
  const [kind, setKind] = useState<ArticleKind | ''>((asked as ArticleKind | undefined) ?? '');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [region, setRegion] = useState(place ?? homeRegion());
  const [isChoosing, setChoosing] = useState(false);
  const asking = useAnswer(
    () => call('GET /api/articles', { query: questionOf(kind, words, region) }),
    `${kind}-${region}${words}`,
    keptAs(words),
    (articles) => articles.filter(mayBeKept),
  );
  const clear = () => {
    setTyped('');
    setWords('');
  };
  return (
    <Page title="政策和故事">
      <View className="articles-search">
        <Input
          id="words"
          className="articles-words"
          aria-label="找什么"
          placeholder="找什么？如：贷款"
          confirmType="search"
          maxlength={40}
          value={typed}
          onInput={({ detail }) => setTyped(detail.value)}
          onConfirm={() => setWords(typed)}
        />
        <View id="search" className="articles-act" onClick={() => setWords(typed)} aria-role="button">
          找
        </View>
      </View>
      <Tabs of={kinds} chosen={kind} onChoose={setKind} />
      {words.trim() !== '' ? (
        <View id="clear" className="articles-place" onClick={clear} aria-role="button">
          不找了，看全部
        </View>
      ) : (
        <View
          id="place"
          className="articles-place"
          onClick={() => setChoosing(!isChoosing)}
          aria-role="button"
        >
          {isChoosing ? '收起' : '先看哪个区县的'} {isChoosing ? '▴' : '▾'}
        </View>
      )}
      {isChoosing && words.trim() === '' && (
        <View className="articles-where">
          <RegionPicker names={['区县']} onPick={(code) => code !== '' && setRegion(code)} />
        </View>
      )}
      <Answered asking={asking} isEmpty={(articles) => articles.length === 0} emptySays={sayNothing(words)}>
        {(articles) => articles.map((article) => <ArticleCard key={article.id} article={article} />)}
      </Answered>
    </Page>
  );
}
