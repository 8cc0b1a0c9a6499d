import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';
import { families, type Family } from './families.rules';
import {
  dayKinds,
  readingLevels,
  sources,
  type DayKind,
  type ReadingLevel,
  type Source,
} from './needs.rules';

/** The need card: what she wants to learn, in her order, and when and how far she can come. */
export class NeedCardDto {
  /** In her order of wish, the dearest first. */
  @IsArray()
  @ArrayMaxSize(families.length)
  @IsIn(families, { each: true })
  families: Family[];

  /** Months in which she has time, 1 to 12. */
  @IsArray()
  @ArrayMaxSize(12)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(12, { each: true })
  freeMonths: number[];

  @IsIn(dayKinds)
  dayKind: DayKind;

  /** In whole kilometres, 1 to 300. */
  @IsNumber()
  farthestKm: number;

  /** Inside one need, the nearest batch first. */
  @IsBoolean()
  nearestFirst: boolean;

  @IsBoolean()
  needsChildCare: boolean;

  /** 0 does not read, 1 reads some, 2 reads well. */
  @IsIn(readingLevels)
  reading: ReadingLevel;

  /** She cannot do heavy bodily work. */
  @IsBoolean()
  isBodyLimited: boolean;

  /** Where it was heard. */
  @IsIn(sources)
  source: Source;
}
