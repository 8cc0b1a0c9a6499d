import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsName, IsPhone, IsRegionCode } from '../http/fields';

export class CountNearDto {
  /** Only pairs of this woman. */
  @IsOptional()
  @IsUUID()
  womanId?: string;
}

export class ListNearDto extends CountNearDto {
  /** Only this area and what lies below it. */
  @IsOptional()
  @IsRegionCode()
  region?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;
}

/** What is about to be entered. */
export class LookDto {
  @IsName()
  name: string;

  @Matches(/^\d{12}$/)
  villageCode: string;

  @IsOptional()
  @IsPhone()
  phone?: string;

  @IsOptional()
  @IsInt()
  @Min(1930)
  @Max(2015)
  bornInYear?: number;

  /** As it was typed. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  identity?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  householdCode?: string;
}

/** Two files that are two people. */
export class PartingDto {
  @IsUUID()
  firstId: string;

  @IsUUID()
  secondId: string;
}
