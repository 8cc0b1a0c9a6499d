import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { blockLimits } from '../blocks.rules';
import { type Verdict } from '../reviews.rules';
import {
  remarkAnswers,
  remarkKinds,
  remarkLimits,
  type RemarkAnswer,
  type RemarkKind,
} from './remarks.rules';

export class ReviewDto {
  /** The revision that she has read. */
  @IsInt()
  @Min(1)
  revision: number;

  @IsIn(['passed', 'sentBack'])
  verdict: Verdict;

  /** What she tells the author; needed where she sends it back. */
  @IsString()
  @MaxLength(remarkLimits.words)
  words: string;
}

export class RemarkDto {
  /** The revision that she has read. */
  @IsInt()
  @Min(1)
  revision: number;

  /** Of the block, from 0. */
  @IsInt()
  @Min(0)
  @Max(blockLimits.blocks - 1)
  place: number;

  @IsIn(remarkKinds)
  kind: RemarkKind;

  /** What a comment says. */
  @IsOptional()
  @IsString()
  @MaxLength(remarkLimits.words)
  words?: string;

  /** Of a mark: the words as they stand in the block. */
  @IsOptional()
  @IsString()
  @MaxLength(remarkLimits.excerpt)
  excerpt?: string;

  /** Of a mark: what should stand there; nothing takes the words away. */
  @IsOptional()
  @IsString()
  @MaxLength(remarkLimits.excerpt)
  replacement?: string;
}

export class RemarkAnswerDto {
  @IsIn(remarkAnswers)
  @IsNotEmpty()
  answer: RemarkAnswer;
}

export class SubmissionDto {
  /** The revision that is meant. */
  @IsInt()
  @Min(1)
  revision: number;
}

export class CompareDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  to: number;
}
