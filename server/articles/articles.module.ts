import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';

@Module({ imports: [RegionsModule], controllers: [ArticlesController], providers: [ArticlesService] })
export class ArticlesModule {}
