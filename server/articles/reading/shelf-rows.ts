import type { Article, ArticleRevision } from '../article.entity';
import { textOf } from '../blocks.rules';
import type { ShelfPlace, ShelfWord, ShelvedArticle } from './shelf.entity';
import { plainText, wordsOf } from './words.rules';

/** The longest text that is searched, in letters; a TEXT column holds 65,535 bytes. */
const longestSaid = 16_000;

export interface ShelfRows {
  readonly shelved: ShelvedArticle;
  readonly places: ShelfPlace[];
  readonly words: ShelfWord[];
}

/** What stands on the shelf for one revision that readers are to see. */
export function shelfRowsOf(
  { id, isPinned }: Pick<Article, 'id' | 'isPinned'>,
  revision: ArticleRevision,
  number: number,
): ShelfRows {
  const { kind } = revision;
  const said = plainText(textsOf(revision)).slice(0, longestSaid);
  return {
    shelved: { number, articleId: id, kind, isPinned, said },
    places: (revision.areas ?? [revision.regionCode]).map((regionCode) => ({
      regionCode,
      number,
      kind,
      isPinned,
    })),
    words: wordsOf(said).map((word) => ({ word, number })),
  };
}

function textsOf({ title, summary, source, documentNumber, blocks, concern }: ArticleRevision): string[] {
  const asked = concern ? [...concern.questions.map(({ text }) => text), ...concern.bring] : [];
  return [title, summary, source, documentNumber ?? '', ...blocks.map(textOf), ...asked];
}
