import { dayOf, sayDate } from '../../../server/calendar/days.rules';
import type { components } from '../../api/schema';
import { pictureUrl } from '../../components/article-card/picture-url';
import { routes } from '../../routes';

type Article = components['schemas']['ArticleView'];

/** What a chat shows of it; without a picture of its own WeChat takes one of the page. */
export function cardOf(id: string, article: Article | undefined) {
  return { title: article?.title ?? '巾帼培训', path: routes.article(id), ...pictureOf(article) };
}

/** The same in WeChat's timeline, which opens the page without its app. */
export function timelineOf(id: string, article: Article | undefined) {
  return { title: article?.title ?? '巾帼培训', query: `id=${id}`, ...pictureOf(article) };
}

/** Who says it, by which paper, and when it came out. */
export function sayOrigin({ source, documentNumber, publishedAt }: Article): string {
  const day = publishedAt && sayDate(dayOf(new Date(publishedAt)));
  return [source, documentNumber, day].filter(Boolean).join(' · ');
}

/** How long it holds; empty where nothing was said of it. */
export function sayValidity({ validFrom, validUntil }: Article): string {
  if (!validFrom && !validUntil) return '';
  if (!validUntil) return `${sayDate(validFrom!)}起有效`;
  return validFrom ? `${sayDate(validFrom)}到${sayDate(validUntil)}有效` : `有效到${sayDate(validUntil)}`;
}

/** What is read aloud: the title and every piece that says something. */
export function spoken({ title, blocks }: Article): string {
  const said = blocks.flatMap(({ text, items, caption, alt }) => [
    ...(text ? [text] : []),
    ...(items ?? []),
    ...(caption || alt ? [(caption || alt)!] : []),
  ]);
  return [title, ...said].join('。');
}

function pictureOf(article: Article | undefined) {
  return article?.coverFileId ? { imageUrl: pictureUrl(article.coverFileId, 480) } : {};
}
