import { Matches } from 'class-validator';
import { IsRegionCode } from '../../http/fields';
import { IsRunRegion, IsSeason } from '../runs.dto';

export class LotteriesOfDto {
  /** Whose draws: the region's own and those above it. */
  @IsRegionCode()
  region: string;
}

export class DrawDto {
  @IsRunRegion()
  regionCode: string;

  @IsSeason()
  season: string;

  /** The issue of the public draw (期号): seven digits. */
  @Matches(/^20\d{5}$/)
  issue: string;

  /** The number that was drawn (开奖号): three digits. */
  @Matches(/^\d{3}$/)
  number: string;
}
