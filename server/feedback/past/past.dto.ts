import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsRegionCode } from '../../http/fields';
import { families, type Family } from '../../needs/families.rules';

/** What is looked back at. */
export class PastDto {
  /** Only women of this area; without it, all of the reader's region. */
  @IsOptional()
  @IsRegionCode()
  region?: string;

  /** Only batches of this. */
  @IsOptional()
  @IsIn(families)
  family?: Family;

  /** Batches that began in this month, the last time it was whole; without it, those of the last year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(12)
  month?: number;
}

export class PastWomenDto extends PastDto {
  @IsIn(families)
  declare family: Family;

  /** A county, a township or a village. */
  @Matches(/^(\d{6}|\d{9}|\d{12})$/)
  declare region: string;
}

/** Where a batch is to be held, and what is to be taught. */
export class PastMonthsDto {
  @IsIn(families)
  family: Family;

  /** A township or village. */
  @Matches(/^(\d{9}|\d{12})$/)
  region: string;
}
