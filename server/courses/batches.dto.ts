import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { halves, type Half } from '../calendar/days.rules';
import { IsDay, IsRegionCode, IsWords } from '../http/fields';
import { families, type Family } from '../needs/families.rules';
import { readingLevels, type ReadingLevel } from '../needs/needs.rules';
import { admissions, type Admission } from './batches.rules';

export class SlotDto {
  /** A day in Shanghai: `2026-12-01`. */
  @IsDay()
  heldOn: string;

  @IsIn(halves)
  half: Half;
}

/** A new batch, or a planned one as it shall be from now on. */
export class OpenBatchDto {
  /** What is taught; a course of this title and family is begun, or reused where its facts are the same. */
  @IsWords(30)
  title: string;

  @IsIn(families)
  family: Family;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  summary?: string;

  /** How well one must read: 0 not at all, 1 some, 2 well. */
  @IsIn(readingLevels)
  reading: ReadingLevel;

  /** It needs heavy bodily work. */
  @IsBoolean()
  isHeavy: boolean;

  @IsUUID()
  trainerId: string;

  @IsUUID()
  venueId: string;

  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SlotDto)
  sessions: SlotDto[];

  /** For a new course: percent of its half days that make it completed; 80 unless said. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  completeShare?: number;

  @IsInt()
  @Min(1)
  @Max(500)
  capacity: number;

  @IsInt()
  @Min(1)
  @Max(500)
  minimum: number;

  /** Seats kept first for women on the poverty register; without it the assignment policy says how many. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(500)
  reservedForPoor?: number;

  /** Seats kept first for women who were never trained. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(500)
  reservedForNever?: number;

  /** Seats kept first for leaders. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(500)
  reservedForLeaders?: number;

  /** For whom the course is; women unless said. */
  @IsOptional()
  @IsIn(['women', 'leaders'])
  audience?: 'women' | 'leaders';

  /** With whom it is run jointly; left out where the county runs it alone. */
  @IsOptional()
  @IsWords(60, 0)
  jointWith?: string;

  /** What it may cost, in fen. */
  @IsOptional()
  @IsNumber()
  budgetFen?: number;

  /** Seats by assignment, or at once to whoever comes first. */
  @IsIn(admissions)
  admission: Admission;

  /** The last day of sign-up. */
  @IsDay()
  signUpUntil: string;
}

/** Whose half days are asked for. */
export class BusyDto {
  @IsOptional()
  @IsUUID()
  trainerId?: string;

  @IsOptional()
  @IsUUID()
  venueId?: string;

  /** The batch whose own half days do not count. */
  @IsOptional()
  @IsUUID()
  except?: string;
}

/** More or fewer seats. */
export class CapacityDto {
  @IsInt()
  @Min(1)
  @Max(500)
  capacity: number;

  /** The capacity shown when she decided; another one by now is refused, so that two officers do not undo each other. */
  @IsOptional()
  @IsInt()
  seen?: number;
}

export class ListBatchesDto {
  @IsOptional()
  @IsIn(families)
  family?: Family;

  /** Only batches run by this county. */
  @IsOptional()
  @IsRegionCode()
  county?: string;

  /** Only batches of this course. */
  @IsOptional()
  @IsUUID()
  course?: string;

  /** Also those that are finished or cancelled. */
  @IsOptional()
  @Type(() => String)
  @IsIn(['yes', 'no'])
  past?: 'yes' | 'no';

  /** A helper may look for one of her women; a woman always looks for herself. */
  @IsOptional()
  @IsUUID()
  womanId?: string;
}

/** For which woman a batch is shown: a helper may name one of hers. */
export class ForWomanDto {
  @IsOptional()
  @IsUUID()
  womanId?: string;
}
