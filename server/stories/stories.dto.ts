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
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsRegionCode } from '../http/fields';
import { storyLimits, storySteps, type StoryStep } from './stories.rules';

export class StoryPhotoDto {
  @IsUUID()
  fileId: string;

  /** What it shows, for who cannot see it. */
  @IsString()
  @MaxLength(storyLimits.alt)
  alt: string;
}

export class WriteStoryDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(storyLimits.title)
  title: string;

  /** Paragraphs, a line each. */
  @IsString()
  @MaxLength(storyLimits.words)
  words: string;
}

export class SaveStoryDto extends WriteStoryDto {
  @IsArray()
  @ArrayMaxSize(storyLimits.photos)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => StoryPhotoDto)
  photos: StoryPhotoDto[];

  /** Number of the revision from which the editor began. */
  @IsInt()
  @Min(1)
  beganFrom: number;
}

export class StoryStepDto {
  @IsIn(storySteps)
  step: StoryStep;

  /** Number of the revision that she has read. */
  @IsInt()
  @Min(1)
  revision: number;

  /** Why; a story that is sent back needs some. */
  @IsOptional()
  @IsString()
  @MaxLength(storyLimits.said)
  words?: string;
}

export class StoryCountDto {
  @Type(() => Number)
  @IsInt()
  @Min(2016)
  @Max(2100)
  year: number;
}

export class StoryTargetDto {
  @IsRegionCode()
  regionCode: string;

  @IsInt()
  @Min(2016)
  @Max(2100)
  year: number;

  /** How many stories are to come out. */
  @IsInt()
  @Min(0)
  @Max(10_000)
  stories: number;

  /** The paper in which it stands. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  source: string;
}
