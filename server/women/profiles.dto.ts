import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsName, IsPhone, IsWords } from '../http/fields';
import { educations, longest, relations, type Education, type Relation } from './profile.rules';

/** What the register of the poor says of her. */
export class PovertyDto {
  @IsBoolean()
  isRegisteredPoor: boolean;

  /** Which register: 建档立卡名册 */
  @IsString()
  @Length(2, longest.povertySource)
  source: string;

  /** The day of that register. */
  @IsDay()
  asOf: string;
}

/** What is to change; what is left out stays, and null takes a value out. */
export class EditProfileDto {
  /** The revision that the editor had before her eyes. */
  @IsInt()
  @Min(1)
  beganFrom: number;

  @IsOptional()
  @IsName()
  name?: string;

  @IsOptional()
  @IsPhone()
  phone?: string | null;

  /** As it was typed. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  identity?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1930)
  @Max(2015)
  bornInYear?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(longest.householdCode)
  householdCode?: string | null;

  @IsOptional()
  @IsIn(Object.keys(relations))
  relation?: Relation | null;

  @IsOptional()
  @IsIn(Object.keys(educations))
  education?: Education | null;

  /** Only while her consent to it holds. */
  @IsOptional()
  @IsString()
  @MaxLength(longest.healthLimits)
  healthLimits?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(longest.notes)
  notes?: string | null;

  /** By an officer of the county alone. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PovertyDto)
  poverty?: PovertyDto;
}

/** Where she lives now. */
export class RelocateDto {
  /** The revision that the mover had before her eyes. */
  @IsInt()
  @Min(1)
  beganFrom: number;

  /** Twelve digits. */
  @Matches(/^\d{12}$/)
  villageCode: string;

  /** Why, as her history and the record keep it: 嫁到团山村 */
  @IsWords(longest.reason, 2)
  reason: string;
}

export class RevealDto {
  @IsIn(['identity', 'phone'])
  what: 'identity' | 'phone';

  /** What the whole number is wanted for; it is put on record. */
  @IsString()
  @Length(4, 100)
  purpose: string;
}
