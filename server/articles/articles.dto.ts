import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsRegionCode } from '../http/fields';
import {
  articleKinds,
  articleLimits,
  blockKinds,
  covers,
  type ArticleKind,
  type Cover,
} from './articles.rules';

export class BlockDto {
  @IsIn(blockKinds)
  kind: (typeof blockKinds)[number];

  /** Of a heading, a paragraph or a quote. */
  @IsOptional()
  @IsString()
  @MaxLength(articleLimits.text)
  text?: string;

  /** Of a list. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(articleLimits.items)
  @IsString({ each: true })
  @MaxLength(articleLimits.text, { each: true })
  items?: string[];
}

export class WriteArticleDto {
  @IsIn(articleKinds)
  kind: ArticleKind;

  @IsString()
  @IsNotEmpty()
  @MaxLength(articleLimits.title)
  title: string;

  @IsString()
  @MaxLength(articleLimits.summary)
  summary: string;

  @IsIn(covers)
  cover: Cover;

  @IsString()
  @MaxLength(articleLimits.source)
  source: string;

  /** The area it concerns. */
  @IsRegionCode()
  regionCode: string;

  @IsArray()
  @ArrayMaxSize(articleLimits.blocks)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BlockDto)
  blocks: BlockDto[];
}

export class SaveArticleDto extends WriteArticleDto {
  /** Number of the revision from which the editor began. */
  @IsInt()
  @Min(1)
  beganFrom: number;
}
