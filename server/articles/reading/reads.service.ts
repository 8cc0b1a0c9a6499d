import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { addRow } from '../../database/plain-rows';
import { changed } from '../../database/statement';
import { Limits } from '../../http/limits';
import { neighbourhoodOf } from '../../http/limits.rules';
import { Refusal } from '../../http/refusals';
import { ReadingService } from './reading.service';
import { ArticleReads } from './reads.entity';

/** Counts how often an article is opened, by article and day alone. */
@Injectable()
export class ReadsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * One more reading. The phone asks once a day for an article; what one address sends beyond its share of a minute is
   * not counted, and not refused either: she came to read.
   */
  async count(articleId: string, address: string): Promise<void> {
    await this.reading.read(articleId);
    if (!this.isWithinItsShare(address)) return;
    const day = dayOf(this.clock.now());
    if (await this.oneMore(articleId, day)) return;
    try {
      await addRow(this.database.rows, ArticleReads, { articleId, day, reads: 1 });
    } catch (error) {
      // Another reader opened the day's row in the same moment.
      if (!(await this.oneMore(articleId, day))) throw error;
    }
  }

  /** How often each of these was opened so far, on all days together. */
  async of(articleIds: readonly string[]): Promise<Map<string, number>> {
    if (articleIds.length === 0) return new Map();
    const marks = articleIds.map(() => '?').join(', ');
    const sums = await this.database.rows.query<{ articleId: string; times: number | string }[]>(
      `SELECT articleId, SUM(\`reads\`) AS times FROM article_reads WHERE articleId IN (${marks}) GROUP BY articleId`,
      [...articleIds],
    );
    return new Map(sums.map(({ articleId, times }) => [articleId, Number(times)]));
  }

  private isWithinItsShare(address: string): boolean {
    try {
      this.limits.take('reads', neighbourhoodOf(address));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** READS is a word of MariaDB's own, so the column stands in quotes. */
  private async oneMore(articleId: string, day: string): Promise<boolean> {
    const sql = 'UPDATE article_reads SET `reads` = `reads` + 1 WHERE articleId = ? AND day = ?';
    return (await changed(this.database.rows, sql, [articleId, day])) > 0;
  }
}
