import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { covers } from '../../components/article-card/covers';
import { Answered, Page } from '../../components/page/page';
import { routes } from '../../routes';
import './index.scss';

type Block = components['schemas']['BlockView'];

/** One article, in large letters. It opens without signing in. */
export default function Article() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/articles/{id}', { path: { id } }), id, 'article');
  useShareAppMessage(() => ({ title: asking.data?.title ?? '巾帼培训', path: routes.article(id) }));
  return (
    <Page title="正文">
      <Answered asking={asking}>
        {(article) => (
          <>
            <Image className="article-cover" src={covers[article.cover]} mode="aspectFill" />
            <View className="article-title">{article.title}</View>
            <View className="article-source">
              {article.source} {article.publishedAt && sayDay(dayOf(new Date(article.publishedAt)))}
            </View>
            {article.blocks.map((block, index) => (
              <BlockOf key={index} block={block} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}

function BlockOf({ block: { kind, text, items } }: { block: Block }) {
  if (kind !== 'list') return <View className={`article-${kind}`}>{text}</View>;
  return (
    <View className="article-list">
      {items?.map((item, index) => (
        <View key={index} className="article-item">
          <View className="article-dot">•</View>
          <View className="article-item-says">{item}</View>
        </View>
      ))}
    </View>
  );
}
