import { IsString, MaxLength } from 'class-validator';

/** Longer than this is no page that somebody would paste whole. */
const longest = 600_000;

export class PasteDto {
  /** What was copied from a page or from Word, as HTML. */
  @IsString()
  @MaxLength(longest)
  html: string;
}
