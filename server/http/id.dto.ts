import { Transform } from 'class-transformer';
import { IsUUID } from 'class-validator';

/** The id in a path; anything that is no id is refused before a row is looked for. Written small, as rows have it. */
export class IdDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsUUID()
  id: string;
}
