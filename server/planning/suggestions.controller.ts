import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { SuggestDto } from './suggestions.dto';
import { SuggestionsService } from './suggestions.service';
import { SuggestionsView } from './suggestions.view';

@ApiTags('planning')
@ApiBearerAuth()
@Controller('suggestions')
export class SuggestionsController {
  constructor(@Inject(SuggestionsService) private readonly suggestions: SuggestionsService) {}

  /** Which batches to open so that most women are served; nothing is kept. */
  @May('batches.open')
  @Post()
  @HttpCode(200)
  suggest(@By() actor: Actor, @Body() asked: SuggestDto): Promise<SuggestionsView> {
    return this.suggestions.suggest(actor, asked);
  }
}
