import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { isLogin, longestPassword, shortestPassword } from './passwords.rules';

/** A login name, taken in small letters however it was typed. */
export function IsLogin(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.trim().toLowerCase() : value,
    ),
    ValidateBy({
      name: 'isLogin',
      validator: { validate: (value) => typeof value === 'string' && isLogin(value) },
    }),
  );
}

export class PasswordSignInDto {
  /** Any name; one that cannot be is answered like one that nobody has. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toLowerCase() : value,
  )
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  login: string;

  @IsString()
  @MinLength(1)
  @MaxLength(longestPassword)
  password: string;

  /** Of the phone, or one of the recovery codes; asked for where the account wants it. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  code?: string;

  /** What an earlier sign-in gave this browser. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  device?: string;
}

export class KeepPasswordDto {
  /** 3 to 30 small letters, digits, strokes and dots, beginning with a letter. */
  @IsLogin()
  login: string;

  /** The password of before; not asked for where there is none yet. */
  @IsOptional()
  @IsString()
  @MaxLength(longestPassword)
  current?: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  password: string;
}

export class CodeDto {
  @IsString()
  @MinLength(6)
  @MaxLength(20)
  code: string;
}

export class EndCodesDto extends CodeDto {
  @IsString()
  @MaxLength(longestPassword)
  password: string;
}
