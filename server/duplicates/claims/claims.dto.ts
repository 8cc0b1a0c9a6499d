import { IsString, IsUUID, Length } from 'class-validator';

export class PhoneCodeDto {
  /** As WeChat's phone button gave it; good once. */
  @IsString()
  @Length(1, 128)
  code: string;
}

export class ClaimDto {
  /** As the server gave it for her phone. */
  @IsString()
  @Length(1, 600)
  proof: string;

  /** The file that is hers. */
  @IsUUID()
  womanId: string;
}
