import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ReadFileDto {
  /** Of a picture: how wide it will be shown, in pixels. The nearest drawing that fills it is sent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(4000)
  width?: number;
}
