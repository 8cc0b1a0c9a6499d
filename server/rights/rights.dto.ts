import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { purposes, type ConsentPurpose } from '../women/consents.rules';

export class ConsentDto {
  @IsIn(purposes)
  purpose: ConsentPurpose;

  /** False takes it back, as easily as it was given. */
  @IsBoolean()
  agrees: boolean;
}

export class ErasureDto {
  /** What a helper was told, or which paper she holds; who asks for herself needs no reason. */
  @IsOptional()
  @IsString()
  @Length(4, 100)
  said?: string;
}
