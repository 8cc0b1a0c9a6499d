import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { covers } from '../../components/article-card/covers';
import { pictureUrl } from '../../components/article-card/picture-url';
import { Answered, Page } from '../../components/page/page';
import { BlockRead } from './block-read';
import { cardOf, sayOrigin, sayValidity, timelineOf } from './model';
import { mayBeKept } from '../../components/article-card/kept-articles';
import { countReading } from './reading';
import './index.scss';

/** One article, in large letters. It opens without signing in, from a shared card, and in WeChat's timeline. */
export default function Article() {
  const { id = '' } = useRouter().params;
  const ask = () => call('GET /api/articles/{id}', { path: { id } });
  const asking = useAnswer(ask, id, 'article', (article) => (mayBeKept(article) ? article : undefined));
  const { data, last } = asking;
  const isFresh = data !== undefined && last === undefined;
  useEffect(() => {
    if (isFresh) countReading(id);
  }, [id, isFresh]);
  useShareAppMessage(() => cardOf(id, data));
  useShareTimeline(() => timelineOf(id, data));
  return (
    <Page title="正文">
      <Answered asking={asking}>
        {(article) => (
          <>
            <Image
              className="article-cover"
              src={article.coverFileId ? pictureUrl(article.coverFileId, 960) : covers[article.cover]}
              mode="aspectFill"
            />
            <View className="article-title">{article.title}</View>
            <View className="article-source">{sayOrigin(article)}</View>
            {sayValidity(article) && <View className="article-source">{sayValidity(article)}</View>}
            {article.blocks.map((block, index) => (
              <BlockRead key={index} block={block} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}
