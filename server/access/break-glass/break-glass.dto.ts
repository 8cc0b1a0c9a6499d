import { Matches } from 'class-validator';
import { IsWords } from '../../http/fields';
import { shortestReason } from './break-glass.rules';

export class BreakGlassDto {
  /** The county to look into: six digits. */
  @Matches(/^\d{6}$/)
  regionCode: string;

  /** Why; shown to that county. At least ten letters. */
  @IsWords(180, shortestReason)
  reason: string;
}
