import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../calendar/clock';
import { sayNotice } from '../../notices/notices.rules';
import { NoticesService } from '../../notices/notices.service';
import type { NoticeView } from '../../notices/notices.view';
import type { Woman } from '../../women/woman.entity';
import { ReadingService } from './reading.service';

const freshForMs = 30 * 24 * 3_600_000;
const atMost = 5;

/** Articles for her area stand in her inbox without a row for each woman: they are read from the shelf as they are now. */
@Injectable()
export class ArticleNotices {
  constructor(
    @Inject(NoticesService) notices: NoticesService,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    notices.alsoFrom((woman) => this.of(woman));
  }

  private async of({ villageCode }: Woman): Promise<NoticeView[]> {
    const since = this.clock.now().getTime() - freshForMs;
    return (await this.reading.listNow({ region: villageCode }))
      .filter(({ publishedAt }) => publishedAt !== null && publishedAt.getTime() >= since)
      .slice(0, atMost)
      .map(({ id, title, publishedAt }) => ({
        ...{ id, event: 'article' as const, batchId: null, articleId: id },
        sentence: sayNotice('article', { title, startsOn: '' }),
        createdAt: publishedAt!,
      }));
  }
}
