import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { measures, type Measure } from './measures.rules';

export const womenOnPage = 30;

export class RegionWomenDto {
  /** Behind which number. */
  @IsIn(measures)
  of: Measure;

  /** Pages of thirty, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;
}
