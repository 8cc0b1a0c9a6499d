import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay, IsInstant } from '../http/fields';
import { ListOf } from '../http/quick-check';
import { markKinds, marksAtOnce, type MarkKind } from './attendance.rules';

export class MarkDto {
  /** A UUID made by the phone. */
  @IsUUID()
  id: string;

  @IsUUID()
  sessionId: string;

  /** Her file; or, of a walk-in whose file the phone does not know yet, the id it made for her. */
  @IsUUID()
  womanId: string;

  @IsIn(markKinds)
  kind: MarkKind;

  /** Why: needed for leave, for what is taken back, and for every mark made after the day of the half day. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  reason?: string;

  /** The paper sheet from which it was entered. */
  @IsOptional()
  @IsUUID()
  sheetId?: string;

  /** When it was tapped, by the phone's clock. */
  @IsInstant()
  markedAt: string;
}

export class SendMarksDto {
  @ListOf(MarkDto)
  @ArrayMinSize(1)
  @ArrayMaxSize(marksAtOnce)
  marks: MarkDto[];

  /** When this request was sent, by the same clock of the phone: how long each mark had waited follows from it. */
  @IsInstant()
  sentAt: string;
}

export class SessionsBetweenDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}
