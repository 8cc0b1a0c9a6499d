import { Type } from 'class-transformer';
import { Equals, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { verdicts, type Verdict } from './verdicts.rules';

export class ListImportRowsDto {
  @IsIn(verdicts)
  verdict: Verdict;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;
}

export class NearRowDto {
  /** The row's number in the file. */
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  n: number;

  /** Whether she is another woman than the one she was held against. */
  @IsBoolean()
  isAnother: boolean;
}

export class ConfirmImportDto {
  /** The version of the consent words that these women signed on paper. Without consent there is no file. */
  @IsString()
  @MaxLength(20)
  consentWords: string;

  /** That each of them signed; must be true. */
  @Equals(true)
  agrees: boolean;
}
