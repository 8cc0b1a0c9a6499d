import { IsUUID } from 'class-validator';

/** The id in a path; anything that is no id is refused before a row is looked for. */
export class IdDto {
  @IsUUID()
  id: string;
}
