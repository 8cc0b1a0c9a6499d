import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class ApplyDto {
  /** A helper signs up one of her women; without it, the woman herself. */
  @IsOptional()
  @IsUUID()
  womanId?: string;
}

export class RemovalDto {
  /** Why she is taken out; kept in the history. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  reason: string;
}
