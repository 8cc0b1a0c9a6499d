import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { ImportsController } from './imports/imports.controller';
import { PublicationsService } from './publications.service';
import { DeskService } from './reviews/desk.service';
import { ReviewsController } from './reviews/reviews.controller';
import { ReviewsService } from './reviews/reviews.service';

@Module({
  imports: [RegionsModule],
  controllers: [ArticlesController, ReviewsController, ImportsController],
  providers: [ArticlesService, PublicationsService, ReviewsService, DeskService],
  exports: [PublicationsService],
})
export class ArticlesModule {}
