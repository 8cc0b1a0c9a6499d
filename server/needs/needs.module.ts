import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { NeedsController } from './needs.controller';
import { NeedsService } from './needs.service';

@Module({
  imports: [WomenModule, RegionsModule],
  controllers: [NeedsController],
  providers: [NeedsService],
  exports: [NeedsService],
})
export class NeedsModule {}
