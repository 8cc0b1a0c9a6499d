import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { BoardsController } from './boards/boards.controller';
import { BoardsService } from './boards/boards.service';
import { ImportsController } from './imports/imports.controller';
import { UnsavedService } from './unsaved.service';
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
import { ReviewTasks } from './reviews/review-tasks';
import { ReviewsController } from './reviews/reviews.controller';
import { ReviewsService } from './reviews/reviews.service';

@Module({
  imports: [CoursesModule, RegionsModule, NoticesModule, WomenModule],
  controllers: [
    ArticlesController,
    ReviewsController,
    ImportsController,
    ReadingController,
    BoardsController,
  ],
  providers: [
    ...[ArticlesService, PublicationsService, HerArticles, ReviewsService, ReviewTasks, DeskService],
    ...[BoardsService, UnsavedService, Shelf, CurrentEdition, PreparedAnswers, ReadingService, ReadsService],
    ArticleNotices,
  ],
  exports: [PublicationsService, HerArticles, ReadingService, ReadsService, Shelf],
})
export class ArticlesModule {}
