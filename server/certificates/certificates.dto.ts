import { IsString, MaxLength } from 'class-validator';

export class CheckCertificateDto {
  /** As it stands on the certificate, however it is typed. */
  @IsString()
  @MaxLength(60)
  number: string;
}
