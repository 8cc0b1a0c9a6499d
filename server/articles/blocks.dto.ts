import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { blockKinds, blockLimits, type BlockKind } from './blocks.rules';

/** One piece of a body; which fields count depends on its kind. */
export class BlockDto {
  @IsIn(blockKinds)
  kind: BlockKind;

  /** Of a heading, a paragraph or a quote. */
  @IsOptional()
  @IsString()
  @MaxLength(blockLimits.text)
  text?: string;

  /** Of a list. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(blockLimits.items)
  @IsString({ each: true })
  @MaxLength(blockLimits.text, { each: true })
  items?: string[];

  /** Of a picture or an attachment: a file that was sent before. */
  @IsOptional()
  @IsUUID()
  fileId?: string;

  /** Of a picture: what it shows, for who cannot see it. */
  @IsOptional()
  @IsString()
  @MaxLength(blockLimits.alt)
  alt?: string;

  /** Under a picture or a film. */
  @IsOptional()
  @IsString()
  @MaxLength(blockLimits.caption)
  caption?: string;

  /** Of a film: the account on WeChat's channels that shows it. */
  @IsOptional()
  @Matches(/^[\w@.-]*$/)
  @MaxLength(blockLimits.videoId)
  finderUserName?: string;

  /** Of a film: its id there. */
  @IsOptional()
  @Matches(/^[\w/+=.-]*$/)
  @MaxLength(blockLimits.videoId)
  feedId?: string;

  /** Of an attachment. */
  @IsOptional()
  @IsString()
  @MaxLength(blockLimits.name)
  name?: string;
}
