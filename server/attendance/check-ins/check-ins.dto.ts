import { IsString, MaxLength } from 'class-validator';

export class CheckInDto {
  /** What the code on the trainer's screen says. */
  @IsString()
  @MaxLength(120)
  code: string;
}
