import type { PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { InvalidInput } from './validation';

/**
 * The id in a path; anything that is no id is refused before a row is looked for. Written small, as rows have it.
 * A pipe of its own, since a dto for one value costs a request more than all its other checks.
 */
export const anId: PipeTransform<unknown, string> = {
  transform(value, { data }) {
    if (!isUUID(value)) throw new InvalidInput([{ field: data ?? 'id', problem: '编号不对' }]);
    return (value as string).toLowerCase();
  },
};
