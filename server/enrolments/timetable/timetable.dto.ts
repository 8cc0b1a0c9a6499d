import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { halves, type Half } from '../../calendar/days.rules';
import { IsDay, IsWords } from '../../http/fields';

/** When and where a session is held instead. The place is that of the whole batch. */
export class MoveSessionDto {
  @IsDay()
  heldOn: string;

  @IsIn(halves)
  half: Half;

  /** The batch moves to this place; without it, it stays where it is. */
  @IsOptional()
  @IsUUID()
  venueId?: string;

  /** The officer has read that some of the women are elsewhere then, and moves it all the same. */
  @IsOptional()
  @IsBoolean()
  isDespiteClashes?: boolean;
}

export class CancellationDto {
  /** Each woman who signed up reads it; without it nothing is cancelled. */
  @IsOptional()
  @IsWords(60, 0)
  reason?: string;
}
