import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsCallable } from '../http/fields';

export class SignInDto {
  /** What `wx.login` gave: good once, for five minutes. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  code: string;
}

export class KeepWorkPhoneDto {
  /** Null takes it away. */
  @ValidateIf((_, value) => value !== null)
  @IsCallable()
  phone: string | null;
}
