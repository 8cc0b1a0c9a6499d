import { Image, View } from '@tarojs/components';
import type { components } from '../../api/schema';
import { go, routes } from '../../routes';
import { covers } from './covers';
import { pictureUrl } from './picture-url';
import './article-card.scss';

/** An article on a list. */
export function ArticleCard({ article }: { article: components['schemas']['ArticleSummaryView'] }) {
  return (
    <View
      className="article-card"
      id={`article-${article.id}`}
      onClick={() => go(routes.article(article.id))}
      aria-role="link"
    >
      <View className="article-card-words">
        <View className="article-card-title">{article.title}</View>
        <View className="article-card-about">
          {article.isPinned ? '置顶 · ' : ''}
          {article.kindName} · {article.source}
        </View>
      </View>
      <Image
        className="article-card-cover"
        src={article.coverFileId ? pictureUrl(article.coverFileId, 480) : covers[article.cover]}
        mode="aspectFill"
      />
    </View>
  );
}
