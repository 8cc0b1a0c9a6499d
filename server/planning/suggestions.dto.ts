import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { families, type Family } from '../needs/families.rules';

/** A batch that the officer has settled on: it stays, and the figures follow. */
export class KeptBatchDto {
  @IsIn(families)
  family: Family;

  @IsUUID()
  venueId: string;

  /** `2027-01` */
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/)
  month: string;

  /** Saturdays and Sundays, or weekdays. */
  @IsBoolean()
  isWeekend: boolean;
}

/** Under what conditions batches are proposed. */
export class SuggestDto {
  /** Only this family is taught. */
  @IsOptional()
  @IsIn(families)
  family?: Family;

  /** So many batches at most, those settled on among them. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(80)
  batches?: number;

  /** Or so many days of trainers, two half days each. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(800)
  trainerDays?: number;

  /** How many months ahead, this one counted. */
  @IsInt()
  @Min(1)
  @Max(12)
  months: number;

  /** How many half days a batch has. */
  @IsInt()
  @Min(1)
  @Max(20)
  halfDays: number;

  /** Seats of a batch; fewer where the place has fewer. */
  @IsInt()
  @Min(1)
  @Max(200)
  seats: number;

  /** With fewer women no batch is proposed. */
  @IsInt()
  @Min(1)
  @Max(200)
  minimum: number;

  @IsArray()
  @ArrayMaxSize(80)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => KeptBatchDto)
  kept: KeptBatchDto[];
}
