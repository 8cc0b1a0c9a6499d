import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { CurrentEdition } from './reading/edition';
import { PreparedAnswers } from './reading/prepared-answers';
import { ReadingController } from './reading/reading.controller';
import { ReadingService } from './reading/reading.service';
import { ReadsService } from './reading/reads.service';
import { Shelf } from './reading/shelf';

@Module({
  imports: [RegionsModule],
  controllers: [ArticlesController, ReadingController],
  providers: [ArticlesService, Shelf, CurrentEdition, PreparedAnswers, ReadingService, ReadsService],
  exports: [ReadingService, ReadsService, Shelf],
})
export class ArticlesModule {}
