import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { IsDay, IsWords } from '../../http/fields';
import { RegisterWomanDto } from '../../women/women.dto';
import { NeedCardDto } from '../needs.dto';
import { sittingKinds, type SittingKind } from './sittings.rules';

export class SittingDto {
  @IsIn(sittingKinds)
  kind: SittingKind;

  /** The day in Shanghai on which it was held: `YYYY-MM-DD`. */
  @IsDay()
  heldOn: string;

  /** As one would say it: 团山村文化活动室 */
  @IsWords(40)
  place: string;

  /** The township or village it was held for. */
  @Matches(/^(\d{9}|\d{12})$/)
  regionCode: string;
}

/** One woman with her card: known by her file, or with a new one. */
export class SittingEntryDto {
  @IsOptional()
  @IsUUID()
  womanId?: string;

  /** A new file; her consent is on paper. */
  @IsOptional()
  @ValidateNested()
  @Type(() => RegisterWomanDto)
  file?: RegisterWomanDto;

  /** There is a woman of this name in the village, and she is another. */
  @IsOptional()
  @IsBoolean()
  isAnother?: boolean;

  @IsDefined()
  @ValidateNested()
  @Type(() => NeedCardDto)
  card: NeedCardDto;
}
