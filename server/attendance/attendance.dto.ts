import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsInstant } from '../http/fields';
import { markKinds, marksAtOnce, type MarkKind } from './attendance.rules';

export class MarkDto {
  /** A UUID made by the phone. */
  @IsUUID()
  id: string;

  @IsUUID()
  sessionId: string;

  @IsUUID()
  womanId: string;

  @IsIn(markKinds)
  kind: MarkKind;

  /** Why she is on leave, or why a mark was undone. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  reason?: string;

  /** When it was tapped, by the phone's clock. */
  @IsInstant()
  markedAt: string;
}

export class SendMarksDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(marksAtOnce)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MarkDto)
  marks: MarkDto[];
}

export class SessionsBetweenDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}
