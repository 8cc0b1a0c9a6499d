import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import { call } from '../../api/call';
import { download } from '../../api/download';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { covers } from '../../components/article-card/covers';
import { pictureUrl } from '../../components/article-card/picture-url';
import { Button } from '../../components/button/button';
import { Answered, Page } from '../../components/page/page';
import { BlockRead } from './block-read';
import { ConcernAsked } from './concern-asked';
import { LinkedCourses } from './linked-courses';
import { cardOf, sayOrigin, sayValidity, spoken, timelineOf } from './model';
import { mayBeKept } from '../../components/article-card/kept-articles';
import { ReadAloud } from '../../components/speak/read-aloud';
import { countReading } from './reading';
import './index.scss';

/** One article, in large letters. It opens without signing in, from a shared card, and in WeChat's timeline. */
export default function Article() {
  const { id = '' } = useRouter().params;
  const ask = () => call('GET /api/articles/{id}', { path: { id } });
  const asking = useAnswer(ask, id, 'article', (article) => (mayBeKept(article) ? article : undefined));
  const { data, last } = asking;
  const { isBusy, does } = useDeed();
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
            <ReadAloud id={id} says={spoken(article)} audioFileId={article.audioFileId} />
            {article.blocks.map((block, index) => (
              <BlockRead key={index} block={block} />
            ))}
            {article.concern && <ConcernAsked concern={article.concern} />}
            <LinkedCourses ids={article.courseIds} />
            <Button
              id="poster"
              kind="quiet"
              isBusy={isBusy}
              onTap={() => does(() => download(`/api/articles/${id}/poster`))}
            >
              存一张海报，带二维码
            </Button>
          </>
        )}
      </Answered>
    </Page>
  );
}
