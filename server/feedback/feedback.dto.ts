import { IsIn, IsOptional } from 'class-validator';
import { leavingReasons, opinions, whys, type LeavingReason, type Opinion, type Why } from './feedback.rules';

export class OpinionDto {
  @IsIn(opinions)
  opinion: Opinion;

  /** What made it so; one that stands under that face. */
  @IsOptional()
  @IsIn(whys)
  why?: Why;
}

export class LeavingReasonDto {
  @IsIn(leavingReasons)
  reason: LeavingReason;
}
