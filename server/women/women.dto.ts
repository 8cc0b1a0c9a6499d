import { Type } from 'class-transformer';
import {
  Equals,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsName, IsPhone, IsRegionCode } from '../http/fields';
import { educations, longest, relations, type Education, type Relation } from './profile.rules';
import { pageSizes } from './women.rules';

/** A new file: opened by herself, or by her helper with her consent on paper. */
export class RegisterWomanDto {
  /** @example 王秀英 */
  @IsName()
  name: string;

  /** The village or neighbourhood she lives in: twelve digits. */
  @Matches(/^\d{12}$/)
  villageCode: string;

  /** Eleven digits; a woman without a phone has none. */
  @IsOptional()
  @IsPhone()
  phone?: string;

  /** In place of a typed phone: what the server gave her for the number that WeChat told. */
  @IsOptional()
  @IsString()
  @MaxLength(600)
  phoneProof?: string;

  @IsOptional()
  @IsInt()
  @Min(1930)
  @Max(2015)
  bornInYear?: number;

  /** Eighteen characters, as they are typed; only a helper is asked for it. The same number is the same woman. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  identity?: string;

  /** The number of her household in the village's books. */
  @IsOptional()
  @IsString()
  @MaxLength(longest.householdCode)
  householdCode?: string;

  @IsOptional()
  @IsIn(Object.keys(relations))
  relation?: Relation;

  @IsOptional()
  @IsIn(Object.keys(educations))
  education?: Education;

  /** She also agrees to be reminded by message or telephone. */
  @IsOptional()
  @IsBoolean()
  agreesMessages?: boolean;

  /** The version of the consent words that were shown or read to her. Without consent there is no file. */
  @IsString()
  @MaxLength(20)
  consentWords: string;

  /** Her consent; must be true. */
  @Equals(true)
  agrees: boolean;
}

export class ListWomenDto {
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

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageSizes.largest)
  size?: number = pageSizes.standard;
}
