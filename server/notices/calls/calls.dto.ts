import { IsIn, IsOptional, Matches } from 'class-validator';
import { tellResults, type TellResult } from './calls.rules';

export class ListCallsDto {
  /** Those of this region only. */
  @IsOptional()
  @Matches(/^\d{4,12}$/)
  region?: string;
}

export class TellDto {
  @IsIn(tellResults)
  result: TellResult;
}
