import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsLogin } from '../credentials/credentials.dto';
import { longestPassword, shortestPassword } from '../credentials/passwords.rules';

export class InvitationCodeDto {
  /** As it was handed out: `K7QMD-2XHRA`, in any writing. */
  @IsString()
  @MinLength(10)
  @MaxLength(20)
  code: string;
}

export class AcceptInvitationDto extends InvitationCodeDto {
  /** 3 to 30 small letters, digits, strokes and dots, beginning with a letter. */
  @IsLogin()
  login: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  password: string;
}

export class InviteHerselfDto {
  /** Her password, where she has one. */
  @IsOptional()
  @IsString()
  @MaxLength(longestPassword)
  password?: string;
}
