import { IsUUID } from 'class-validator';

export class MergeDto {
  /** The file that stays. */
  @IsUUID()
  keptId: string;

  /** The file that goes into it. */
  @IsUUID()
  mergedId: string;
}
