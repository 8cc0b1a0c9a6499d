import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SignInDto {
  /** What `wx.login` gave: good once, for five minutes. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  code: string;
}
