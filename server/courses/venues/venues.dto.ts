import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsRegionCode } from '../../http/fields';
import { venueKinds, type VenueKind } from './venues.rules';

export class VenueDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  name: string;

  /** The township or village in which it stands. */
  @IsRegionCode()
  regionCode: string;

  @IsString()
  @MaxLength(80)
  address: string;

  @IsOptional()
  @IsIn(venueKinds)
  kind?: VenueKind;

  /** How many women it seats. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity?: number;

  /** Degrees north times 100,000; within China, and only together with the longitude. */
  @ValidateIf(
    ({ latitudeE5, longitudeE5 }: VenueDto) => latitudeE5 !== undefined || longitudeE5 !== undefined,
  )
  @IsInt()
  @Min(1_800_000)
  @Max(5_400_000)
  latitudeE5?: number;

  /** Degrees east times 100,000. */
  @ValidateIf(
    ({ latitudeE5, longitudeE5 }: VenueDto) => latitudeE5 !== undefined || longitudeE5 !== undefined,
  )
  @IsInt()
  @Min(7_300_000)
  @Max(13_600_000)
  longitudeE5?: number;
}
