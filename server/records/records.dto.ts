import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsDay } from '../http/fields';
import { recordedDeeds, type RecordedDeed } from './records.rules';

export class ListRecordsDto {
  @IsOptional()
  @IsIn(Object.keys(recordedDeeds))
  deed?: RecordedDeed;

  /** The first day in Shanghai: `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** The last day. */
  @IsOptional()
  @IsDay()
  to?: string;

  /** Whose deeds. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsUUID()
  account?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  size?: number = 30;
}
