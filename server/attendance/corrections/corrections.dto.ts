import { IsBoolean } from 'class-validator';

export class CorrectionDecisionDto {
  /** Whether the mark shall count. */
  @IsBoolean()
  isConfirmed: boolean;
}
