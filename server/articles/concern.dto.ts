import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { concernLimits } from './concern.rules';

export class ConcernQuestionDto {
  @IsString()
  @MaxLength(concernLimits.text)
  text: string;

  /** The answer with which it concerns her. */
  @IsIn(['yes', 'no'])
  fits: 'yes' | 'no';
}

/** “Does this concern me?”: a few questions, and what somebody does whom it concerns. */
export class ConcernDto {
  /** Whether all questions must fit, or one is enough. */
  @IsIn(['all', 'any'])
  needs: 'all' | 'any';

  @IsArray()
  @ArrayMaxSize(concernLimits.questions)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConcernQuestionDto)
  questions: ConcernQuestionDto[];

  /** What she brings, one thing each. */
  @IsArray()
  @ArrayMaxSize(concernLimits.bring)
  @IsString({ each: true })
  @MaxLength(concernLimits.thing, { each: true })
  bring: string[];

  /** What is said to others. */
  @IsString()
  @MaxLength(concernLimits.otherwise)
  otherwise: string;
}
