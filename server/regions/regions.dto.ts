import { IsOptional } from 'class-validator';
import { IsRegionCode } from '../http/fields';

export class RegionsBelowDto {
  /** The area whose parts are wanted; without it, the whole city. */
  @IsOptional()
  @IsRegionCode()
  parent?: string;
}
