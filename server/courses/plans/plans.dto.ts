import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { steps, type Step } from './steps.rules';

export class StepDto {
  @IsIn(steps)
  step: Step;

  /** Why it is sent back; the county reads it. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  reason?: string;
}
