import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { PastDto, PastMonthsDto, PastWomenDto } from './past.dto';
import { PastService } from './past.service';
import { PastMonthView, PastView, PastWomenView } from './past.view';

@ApiTags('feedback')
@ApiBearerAuth()
@Controller('demand/past')
export class PastController {
  constructor(@Inject(PastService) private readonly past: PastService) {}

  /** How earlier batches went, for the cells of the demand board: numbers only. */
  @May('needs.demand')
  @Get()
  cells(@By() actor: Actor, @Query() asked: PastDto): Promise<PastView> {
    return this.past.cells(actor, asked);
  }

  /** The same of one township and its county, month by month. */
  @May('needs.demand')
  @Get('months')
  months(@By() actor: Actor, @Query() asked: PastMonthsDto): Promise<PastMonthView[]> {
    return this.past.months(actor, asked);
  }

  /** The women behind one of these numbers. */
  @May('needs.demandNames')
  @Get('women')
  women(@By() actor: Actor, @Query() asked: PastWomenDto): Promise<PastWomenView> {
    return this.past.women(actor, asked);
  }
}
