import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { families, type Family } from '../../needs/families.rules';

export class FarmSeasonDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  name: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(12, { each: true })
  months: number[];

  /** Only for women who want to learn this; without it, everybody. */
  @IsOptional()
  @IsIn(families)
  family?: Family;
}

/** All busy seasons of the county, in place of those before. */
export class FarmSeasonsDto {
  @IsArray()
  @ArrayMaxSize(12)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FarmSeasonDto)
  seasons: FarmSeasonDto[];
}
