import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { ImportsController } from './imports/imports.controller';
import { PublicationsService } from './publications.service';
import { HerArticles } from './her-articles';
import { NoticesModule } from '../notices/notices.module';
import { ArticleNotices } from './reading/article-notices';
import { CurrentEdition } from './reading/edition';
import { PreparedAnswers } from './reading/prepared-answers';
import { ReadingController } from './reading/reading.controller';
import { ReadingService } from './reading/reading.service';
import { ReadsService } from './reading/reads.service';
import { Shelf } from './reading/shelf';
import { DeskService } from './reviews/desk.service';
import { ReviewsController } from './reviews/reviews.controller';
import { ReviewsService } from './reviews/reviews.service';

@Module({
  imports: [RegionsModule, NoticesModule, WomenModule],
  controllers: [ArticlesController, ReviewsController, ImportsController, ReadingController],
  providers: [
    ...[ArticlesService, PublicationsService, HerArticles, ReviewsService, DeskService],
    ...[Shelf, CurrentEdition, PreparedAnswers, ReadingService, ReadsService],
    ArticleNotices,
  ],
  exports: [PublicationsService, HerArticles, ReadingService, ReadsService, Shelf],
})
export class ArticlesModule {}
