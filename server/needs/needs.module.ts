import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { BoardController } from './board/board.controller';
import { BoardService } from './board/board.service';
import { DemandFacts } from './board/demand-facts';
import { NeedsController } from './needs.controller';
import { NeedsService } from './needs.service';
import { SittingsController } from './sittings/sittings.controller';
import { SittingsService } from './sittings/sittings.service';

@Module({
  imports: [WomenModule, RegionsModule, RecordsModule],
  controllers: [NeedsController, BoardController, SittingsController],
  providers: [NeedsService, BoardService, DemandFacts, SittingsService],
  exports: [NeedsService, BoardService],
})
export class NeedsModule {}
