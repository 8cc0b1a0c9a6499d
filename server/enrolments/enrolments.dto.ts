import { IsOptional, IsUUID } from 'class-validator';

export class ApplyDto {
  /** A helper signs up one of her women; without it, the woman herself. */
  @IsOptional()
  @IsUUID()
  womanId?: string;
}
