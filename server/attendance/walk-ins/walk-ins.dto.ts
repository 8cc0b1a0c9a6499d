import { Type } from 'class-transformer';
import {
  Equals,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsName, IsPhone, IsRegionCode } from '../../http/fields';
import { families, type Family } from '../../needs/families.rules';

/** The least that opens a file at the classroom door. */
export class NewFileDto {
  @IsName()
  name: string;

  /** Her village. */
  @IsRegionCode()
  villageCode: string;

  @IsOptional()
  @IsPhone()
  phone?: string;

  /** What else she would like to learn. */
  @IsOptional()
  @IsIn(families)
  wishes?: Family;

  /** The version of the consent words that were read to her. Without consent there is no file. */
  @IsString()
  @MaxLength(20)
  consentWords: string;

  /** Her consent; must be true. */
  @Equals(true)
  agrees: boolean;
}

/** Either a woman of the register, or a new file. */
export class WalkInDto {
  /** A UUID made by the phone: marks may name her by it. */
  @IsUUID()
  id: string;

  @IsOptional()
  @IsUUID()
  womanId?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewFileDto)
  file?: NewFileDto;
}

export class FindWalkInDto {
  /** Her name or its beginning; or the first letters of its pinyin. */
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  name: string;
}
