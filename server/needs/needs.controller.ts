import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { DemandDto, DemandWomenDto, NeedCardDto } from './needs.dto';
import { NeedsService } from './needs.service';
import { CardAnswerView, DemandView, DemandWomanView, NeedCardView } from './needs.view';

@ApiTags('needs')
@ApiBearerAuth()
@Controller()
export class NeedsController {
  constructor(@Inject(NeedsService) private readonly needs: NeedsService) {}

  /** Keeps a woman's need card: her own, or one her helper writes down. */
  @May('needs.register')
  @Put('women/:id/need-card')
  register(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() card: NeedCardDto,
  ): Promise<NeedCardView> {
    return this.needs.register(actor, id, card);
  }

  /** A woman's need card, or none yet. */
  @May('needs.read')
  @Get('women/:id/need-card')
  async read(@By() actor: Actor, @Param('id', anId) id: string): Promise<CardAnswerView> {
    return { card: await this.needs.read(actor, id) };
  }

  /** The demand board: how many women want what, and where. */
  @May('needs.demand')
  @Get('demand')
  demand(@By() actor: Actor, @Query() filter: DemandDto): Promise<DemandView> {
    return this.needs.demand(actor, filter);
  }

  /** The women behind one number of the board. */
  @May('needs.demandNames')
  @Get('demand/women')
  demandWomen(@By() actor: Actor, @Query() filter: DemandWomenDto): Promise<DemandWomanView[]> {
    return this.needs.demandWomen(actor, filter);
  }
}
