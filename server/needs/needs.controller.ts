import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { NeedCardDto } from './needs.dto';
import { NeedsService } from './needs.service';
import { CardAnswerView, NeedCardView } from './needs.view';

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

  /** Her card still holds: one tap each season, hers or told to her helper. */
  @May('needs.register')
  @Post('women/:id/need-card/confirmation')
  @HttpCode(200)
  confirm(@By() actor: Actor, @Param('id', anId) id: string): Promise<NeedCardView> {
    return this.needs.confirm(actor, id);
  }
}
