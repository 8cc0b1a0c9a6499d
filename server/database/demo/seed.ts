import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Account, AccountRole } from '../../accounts/account.entity';
import { Article, ArticleRevision } from '../../articles/article.entity';
import { shelfRowsOf } from '../../articles/reading/shelf-rows';
import { Edition, ShelfPlace, ShelfWord, ShelvedArticle } from '../../articles/reading/shelf.entity';
import { AttendanceMark } from '../../attendance/mark.entity';
import { Batch, Session } from '../../courses/batch.entity';
import { Certificate } from '../../certificates/certificate.entity';
import { Completion } from '../../courses/completion.entity';
import { Course, Trainer, Venue } from '../../courses/course.entity';
import { Enrolment, EnrolmentChange } from '../../enrolments/enrolment.entity';
import { keepAllDemand } from '../../needs/board/demand-facts';
import { Feedback } from '../../feedback/feedback.entity';
import { Need, NeedCardRow } from '../../needs/need.entity';
import { Delivery, DeliveryAttempt } from '../../notices/delivery/delivery.entity';
import { Notice } from '../../notices/notice.entity';
import { StaffTask } from '../../notices/tasks/task.entity';
import { Region } from '../../regions/region.entity';
import type { Seal } from '../../secrecy/seal';
import { Consent, Woman } from '../../women/woman.entity';
import type { Database } from '../database';
import { newId } from '../new-id';
import { Chance } from './chance';
import { demoArticles } from './content/articles';
import { inventTeaching } from './courses';
import { inventPast } from './enrolments';
import { inventFeedback } from './feedback';
import { inventPeople } from './people';
import { inventTelling } from './telling';

const rowsAtOnce = 200;
const oneDay = 24 * 60 * 60 * 1000;

/**
 * Fills an empty database with invented people and what they did; does nothing where anybody has an account.
 * All of it in one transaction: a start that is cut short begins anew.
 *
 * @returns whether it filled the database.
 */
export async function seedDemo(database: Database, seal: Seal, now: Date): Promise<boolean> {
  if ((await database.rows.count(Account)) > 0) return false;
  const regions = await database.rows.find(Region);
  const chance = new Chance(20160512);
  const people = inventPeople(chance, regions, seal, now);
  const teaching = inventTeaching(chance, regions, people, now);
  const past = inventPast(chance, people, teaching, now);
  const said = inventFeedback(people, teaching, past);
  const told = inventTelling(people, teaching, past.enrolments, now);
  const { articles, revisions } = demoPublications(now, people.accounts[0]!.id);
  const { trainerAccount, trainers } = teaching;
  await database.transact(async (tx) => {
    await insert(tx, Account, [...people.accounts, trainerAccount]);
    await insert(tx, AccountRole, [
      ...people.roles,
      { accountId: trainerAccount.id, role: 'trainer', regionCode: trainers[0]!.countyCode },
    ]);
    await insert(tx, Woman, people.women);
    await insert(tx, Consent, people.consents);
    await insert(tx, NeedCardRow, people.cards);
    await insert(tx, Need, people.needs);
    await insert(tx, Course, teaching.courses);
    await insert(tx, Trainer, trainers);
    await insert(tx, Venue, teaching.venues);
    await insert(tx, Batch, teaching.batches);
    await insert(tx, Session, teaching.sessions);
    await insert(tx, Enrolment, past.enrolments);
    await insert(tx, EnrolmentChange, past.changes);
    await insert(tx, AttendanceMark, past.marks);
    await insert(tx, Completion, past.completions);
    await insert(tx, Certificate, past.certificates);
    await insert(tx, Feedback, said);
    await insert(tx, Notice, told.notices);
    await insert(tx, Delivery, told.deliveries);
    await insert(tx, DeliveryAttempt, told.attempts);
    await insert(tx, StaffTask, told.tasks);
    await insert(tx, Article, articles);
    await insert(tx, ArticleRevision, revisions);
    await layOnShelf(tx, articles, revisions);
    await keepAllDemand(tx);
  });
  return true;
}

async function insert<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(from, from + rowsAtOnce) as never)
      .updateEntity(false)
      .execute();
  }
}

/** Readers see the demo's articles from the first moment, the newest first. */
async function layOnShelf(
  tx: EntityManager,
  articles: readonly Article[],
  revisions: readonly ArticleRevision[],
): Promise<void> {
  const inOrder = [...articles].sort((a, b) => a.publishedAt!.getTime() - b.publishedAt!.getTime());
  for (const [place, article] of inOrder.entries()) {
    const revision = revisions.find(({ articleId }) => articleId === article.id)!;
    const { shelved, places, words } = shelfRowsOf(article, revision, place + 1);
    await insert(tx, ShelvedArticle, [shelved]);
    await insert(tx, ShelfPlace, places);
    await insert(tx, ShelfWord, words);
  }
  await tx.update(Edition, { name: 'articles' }, { number: inOrder.length });
}

function demoPublications(
  now: Date,
  writtenById: string,
): { articles: Article[]; revisions: ArticleRevision[] } {
  const both = demoArticles.map((entry) => {
    const publishedAt = new Date(now.getTime() - entry.publishedDaysAgo * oneDay);
    const { kind, regionCode, title, summary, cover, documentNumber, blocks, pinned = false } = entry;
    const article: Article = {
      id: newId(),
      state: 'published',
      ...{ stage: 'out', round: 1, publishAt: null, womanId: null },
      regionCode,
      revision: 1,
      publishedRevision: 1,
      isPinned: pinned,
      createdAt: publishedAt,
      publishedAt,
    };
    const revision: ArticleRevision = {
      articleId: article.id,
      number: 1,
      kind,
      regionCode,
      title,
      summary,
      cover,
      source: entry.source,
      documentNumber: documentNumber ?? null,
      ...{ validFrom: null, validUntil: null, areas: null, courseIds: null, coverFileId: null },
      ...{ concern: entry.concern ?? null, audioFileId: null },
      blocks,
      writtenById,
      writtenAt: publishedAt,
    };
    return { article, revision };
  });
  return { articles: both.map(({ article }) => article), revisions: both.map(({ revision }) => revision) };
}
