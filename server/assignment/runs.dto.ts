import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsRegionCode } from '../http/fields';

/** A county's six digits, or the city's four. */
export const IsRunRegion = () => applyDecorators(Matches(/^(\d{4}|\d{6})$/));

/** `2026-winter` or `2027-summer`. */
export const IsSeason = () => applyDecorators(Matches(/^20\d{2}-(winter|summer)$/));

export class DraftRunDto {
  /** The county, or the city, whose batches are to be filled. */
  @IsRunRegion()
  regionCode: string;

  /** Without it, the season of the first batch that waits. */
  @IsOptional()
  @IsSeason()
  season?: string;
}

export class DraftingOfDto {
  @IsRunRegion()
  region: string;

  @IsSeason()
  season: string;
}

export class RunWomenDto {
  /** Only those who got a seat, or only those who did not. */
  @IsOptional()
  @IsIn(['placed', 'unplaced'])
  which?: 'placed' | 'unplaced';

  /** Only those placed in this batch. */
  @IsOptional()
  @IsUUID()
  batchId?: string;

  /** Only this area and what lies below it. */
  @IsOptional()
  @IsRegionCode()
  region?: string;

  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  name?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;
}

export class BoardDto {
  /** Only the villages of this area. */
  @IsOptional()
  @IsRegionCode()
  region?: string;
}
