import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

export class DraftRunDto {
  /** The county whose batches are to be filled: six digits. */
  @Matches(/^\d{6}$/)
  countyCode: string;
}

export class RunWomenDto {
  /** Only those who got a seat, or only those who did not. */
  @IsOptional()
  @IsIn(['placed', 'unplaced'])
  which?: 'placed' | 'unplaced';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;
}
