import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsRegionCode } from '../http/fields';
import { allFields, type LedgerField } from './fields.rules';

export class OrderLedgerDto {
  /** The village, township or county whose women it lists. */
  @IsRegionCode()
  regionCode: string;

  /** What it says of each of them. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(allFields, { each: true })
  fields: LedgerField[];

  /** Numbers stand in it whole; only for a purpose, by whoever may reveal them. */
  @IsOptional()
  @IsBoolean()
  isWhole?: boolean = false;

  /** What whole numbers are wanted for; it is put on record. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  purpose?: string;
}
