import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class AppealDto {
  /** Why it should be shown. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  words: string;
}

export class DecideCheckDto {
  @IsBoolean()
  passes: boolean;

  /** Why so; it stands on record. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason: string;
}

export class LentPictureDto {
  @IsString()
  @MaxLength(100)
  key: string;
}
