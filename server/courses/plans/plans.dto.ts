import { IsIn, IsOptional } from 'class-validator';
import { IsWords } from '../../http/fields';
import { steps, type Step } from './steps.rules';

export class StepDto {
  @IsIn(steps)
  step: Step;

  /** Why it is sent back; the county reads it. */
  @IsOptional()
  @IsWords(100)
  reason?: string;
}
