import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Settings } from '../../../config/settings';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { dayOf, daysLater } from '../../calendar/days.rules';
import { BatchesService } from '../../courses/batches.service';
import { pdf } from '../../files/paper/paper';
import { Refusal } from '../../http/refusals';
import { SETTINGS } from '../../http/settings-token';
import { RegionsService } from '../../regions/regions.service';
import { ReadingService } from '../reading/reading.service';
import { drawBoard } from './board-paper';
import type { BoardDto } from './boards.dto';
import { articlesOfMonth, batchesNear } from './boards.rules';
import { drawPoster } from './poster-paper';

/** What hangs in the village: the month's board, and one article as a poster. */
@Injectable()
export class BoardsService {
  constructor(
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async board(actor: Actor, { region, month, size = 'A4' }: BoardDto): Promise<StreamableFile> {
    const regions = await this.regions.tree();
    if (!regions.get(region) || !actor.scope('boards.print').admits(region))
      throw new Refusal('thing.notFound');
    const today = dayOf(this.clock.now());
    const asked = month ?? today.slice(0, 7);
    const county = region.length >= 6 ? region.slice(0, 6) : undefined;
    const articles = await this.reading.listNow({ region });
    const open = (await this.batches.list(undefined, county ? { county } : {})).filter(
      ({ state }) => state === 'open',
    );
    const placeName = regions.name(region);
    const paper = drawBoard(
      {
        placeName,
        monthName: `${asked.slice(0, 4)}年${Number(asked.slice(5))}月`,
        articles: articlesOfMonth(
          articles.flatMap(({ publishedAt, ...article }) =>
            publishedAt ? [{ ...article, publishedOn: dayOf(publishedAt) }] : [],
          ),
          asked,
        ),
        batches: batchesNear(
          open.map(({ title, venueRegionCode, venueRegionName, startsOn, signUpUntil }) => ({
            ...{ title, placeName: venueRegionName, startsOn },
            km: regions.distance(region, venueRegionCode).km,
            signUpUntil: daysLater(dayOf(signUpUntil), -1),
          })),
          today,
        ),
        addressOf: (id) => this.addressOf(id),
        placeAddress: `${this.settings.publicUrl}/#/pages/articles/index?region=${region}`,
      },
      size,
    );
    return pdf(paper, `${placeName}宣传栏${asked}`);
  }

  /** Of what readers see now, and of nothing else. */
  async poster(id: string): Promise<StreamableFile> {
    const { kindName, title, summary, source } = await this.reading.readNow(id);
    return pdf(drawPoster({ kindName, title, summary, source, address: this.addressOf(id) }), title);
  }

  private addressOf(id: string): string {
    return `${this.settings.publicUrl}/#/pages/article/index?id=${id}`;
  }
}
