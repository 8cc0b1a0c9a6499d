import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { anId } from '../../http/id.pipe';
import type { Actor } from '../actor';
import { By, May } from '../marks';
import { BreakGlassDto } from './break-glass.dto';
import { BreakGlassService } from './break-glass.service';
import { BreakGlassView } from './break-glass.view';

@ApiTags('access')
@ApiBearerAuth()
@Controller('break-glass')
export class BreakGlassController {
  constructor(@Inject(BreakGlassService) private readonly glasses: BreakGlassService) {}

  /** Opens another county for reading, for three hours; that county sees it. */
  @May('glass.break')
  @Post()
  break(@By() actor: Actor, @Body() entry: BreakGlassDto): Promise<BreakGlassView> {
    return this.glasses.break(actor, entry);
  }

  /** Who looked into the reader's region, why and at what; and her own looks. */
  @May('glass.list')
  @Get()
  list(@By() actor: Actor): Promise<BreakGlassView[]> {
    return this.glasses.list(actor);
  }

  /** Ends her own look early. */
  @May('glass.break')
  @Delete(':id')
  @HttpCode(204)
  end(@By() actor: Actor, @Param('id', anId) id: string): Promise<void> {
    return this.glasses.end(actor, id);
  }
}
