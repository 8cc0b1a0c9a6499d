import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsRegionCode } from '../../http/fields';
import { articleKinds, type ArticleKind } from '../articles.rules';

export class ListArticlesDto {
  @IsOptional()
  @IsIn(articleKinds)
  kind?: ArticleKind;

  /** What concerns this area comes first. */
  @IsOptional()
  @IsRegionCode()
  region?: string;

  /** Only articles that say this: one letter or more; several words parted by spaces must all be said. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  words?: string;
}
