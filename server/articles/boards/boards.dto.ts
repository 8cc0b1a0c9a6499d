import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsRegionCode } from '../../http/fields';
import { paperSizes, type PaperSize } from '../../files/paper/paper';

export class BoardDto {
  /** The village, or a wider area whose offices have a board of their own. */
  @IsRegionCode()
  region: string;

  /** `2026-11`; without it the month that is. */
  @IsOptional()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/)
  month?: string;

  @IsOptional()
  @IsIn(paperSizes)
  size?: PaperSize;
}
