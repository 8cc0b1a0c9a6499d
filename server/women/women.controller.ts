import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { WhomToAsk } from './whom-to-ask';
import { ListWomenDto, RegisterWomanDto } from './women.dto';
import { WomenService } from './women.service';
import { HelperView, WomanView, WomenPageView } from './women.view';

@ApiTags('women')
@ApiBearerAuth()
@Controller('women')
export class WomenController {
  constructor(
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(WhomToAsk) private readonly helpers: WhomToAsk,
  ) {}

  /** Opens a file for herself, or for a woman of the helper's villages. */
  @May('women.register')
  @Post()
  async register(@By() actor: Actor, @Body() entry: RegisterWomanDto): Promise<WomanView> {
    return this.women.view(await this.women.register(actor, entry));
  }

  /** The women of the reader's region, village by village. */
  @May('women.list')
  @Get()
  async list(@By() actor: Actor, @Query() filter: ListWomenDto): Promise<WomenPageView> {
    const { women, total } = await this.women.list(actor, filter);
    return { women: await Promise.all(women.map((woman) => this.women.view(woman))), total };
  }

  /** One woman's file. */
  @May('women.read')
  @Get(':id')
  async read(@By() actor: Actor, @Param('id', anId) id: string): Promise<WomanView> {
    return this.women.view(await this.women.served(actor, id, 'women.read'));
  }

  /** Whom she asks: the helpers of her village, then of her township. */
  @May('women.read')
  @Get(':id/helpers')
  async helpersOf(@By() actor: Actor, @Param('id', anId) id: string): Promise<HelperView[]> {
    return this.helpers.of(await this.women.served(actor, id, 'women.read'));
  }
}
