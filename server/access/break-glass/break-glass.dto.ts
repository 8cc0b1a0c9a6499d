import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { shortestReason } from './break-glass.rules';

/** Words that somebody wrote, spaces around them dropped. */
function IsReason(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    MinLength(shortestReason),
    MaxLength(180),
  );
}

export class BreakGlassDto {
  /** The county to look into: six digits. */
  @Matches(/^\d{6}$/)
  regionCode: string;

  /** Why; shown to that county. At least ten letters. */
  @IsReason()
  reason: string;
}
