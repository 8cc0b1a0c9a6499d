import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsInstant, IsRegionCode } from '../http/fields';
import { articleKinds, articleLimits, covers, type ArticleKind, type Cover } from './articles.rules';
import { BlockDto } from './blocks.dto';
import { ConcernDto } from './concern.dto';
import { blockLimits } from './blocks.rules';

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

  /** 文号, where a paper has one. */
  @IsOptional()
  @IsString()
  @MaxLength(articleLimits.documentNumber)
  documentNumber?: string;

  /** First day on which what it says holds. */
  @IsOptional()
  @IsDay()
  validFrom?: string;

  /** Last day. */
  @IsOptional()
  @IsDay()
  validUntil?: string;

  /** The area whose office writes it. */
  @IsRegionCode()
  regionCode: string;

  /** All areas that it concerns; without them it concerns the area of its office. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(articleLimits.areas)
  @IsRegionCode({ each: true })
  areas?: string[];

  /** Courses that it leads to. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(articleLimits.courses)
  @IsUUID(undefined, { each: true })
  courseIds?: string[];

  /** A picture that was sent before, as its cover in place of one of the project's. */
  @IsOptional()
  @IsUUID()
  coverFileId?: string;

  /** A few questions that tell her whether it concerns her. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ConcernDto)
  concern?: ConcernDto;

  /** A recording that was sent before: the article read aloud. */
  @IsOptional()
  @IsUUID()
  audioFileId?: string;

  @IsArray()
  @ArrayMaxSize(blockLimits.blocks)
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

export class PublishDto {
  /** When it is to appear; without it, now. */
  @IsOptional()
  @IsInstant()
  at?: string;
}

export class PinDto {
  @IsBoolean()
  isPinned: boolean;
}
