import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsRegionCode } from '../../http/fields';
import { families, type Family } from '../families.rules';

/** What the board is narrowed to. */
export class DemandDto {
  /** Only this area and what lies below it; without it, all of the reader's region. */
  @IsOptional()
  @IsRegionCode()
  region?: string;

  /** Only women who wish for this. */
  @IsOptional()
  @IsIn(families)
  family?: Family;

  /** Only women who have time in this month, 1 to 12. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(12)
  month?: number;

  /** Only women on the poverty register, or only those who have never completed a batch. */
  @IsOptional()
  @IsIn(['poor', 'never_trained'])
  who?: 'poor' | 'never_trained';

  /** Only needs confirmed for this season, or only those that nobody has confirmed. */
  @IsOptional()
  @IsIn(['fresh', 'stale'])
  age?: 'fresh' | 'stale';

  /** A township or village where a course might be held: who can reach it is counted. Only inside one county. */
  @IsOptional()
  @Matches(/^(\d{9}|\d{12})$/)
  place?: string;
}

export class DemandWomenDto extends DemandDto {
  @IsIn(families)
  declare family: Family;

  /** A county, a township or a village. */
  @Matches(/^(\d{6}|\d{9}|\d{12})$/)
  declare region: string;
}
