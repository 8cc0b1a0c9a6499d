import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { covers } from '../../components/article-card/covers';
import { pictureUrl } from '../../components/article-card/picture-url';
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
            <Image
              className="article-cover"
              src={article.coverFileId ? pictureUrl(article.coverFileId, 960) : covers[article.cover]}
              mode="aspectFill"
            />
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

function BlockOf({
  block: { kind, text, items, fileId = '', alt = '', caption = '', name = '' },
}: {
  block: Block;
}) {
  if (kind === 'picture')
    return (
      <View className="article-paragraph">
        <Image
          className="article-photo"
          src={pictureUrl(fileId, 960)}
          mode="widthFix"
          aria-label={alt}
          lazyLoad
        />
        {caption && <View className="article-source">{caption}</View>}
      </View>
    );
  if (kind === 'video') return <View className="article-paragraph">视频号里有这段视频：{caption}</View>;
  if (kind === 'attachment')
    return (
      <View
        className="article-paragraph article-paper"
        onClick={() => void download(`/api/files/${fileId}`)}
        aria-role="button"
      >
        打开附件：{name}
      </View>
    );
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
