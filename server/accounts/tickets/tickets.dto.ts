import { IsString, MaxLength, MinLength } from 'class-validator';

export class ExchangeDto {
  /** What the ticket gave to this browser. */
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  key: string;
}
