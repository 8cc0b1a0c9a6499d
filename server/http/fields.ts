import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsNotEmpty,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import { isDay } from '../calendar/days.rules';
import { isCallable, isName, isPhone, tidyPhone } from './fields.rules';

/** A day written `YYYY-MM-DD` that exists in the calendar. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: { validate: (value) => typeof value === 'string' && isDay(value) },
  });
}

/** An instant in ISO 8601 with its zone: `2026-11-23T08:00:00.000Z`. A clock that lost its battery says 1970; none says 2100. */
export function IsInstant(): PropertyDecorator {
  const shape = /^(19[7-9]|20\d)\d-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  return ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => typeof value === 'string' && shape.test(value) && !Number.isNaN(Date.parse(value)),
    },
  });
}

function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}

/** Words that somebody wrote, spaces around them dropped: so many letters at most, and at least. */
export function IsWords(longest: number, shortest = 1): PropertyDecorator {
  return applyDecorators(
    Trimmed(),
    IsString(),
    shortest === 1 ? IsNotEmpty() : MinLength(shortest),
    MaxLength(longest),
  );
}

/** A person's name: letters of any script and the middle dot, one to thirty, spaces around it dropped. */
export function IsName(): PropertyDecorator {
  return applyDecorators(
    Trimmed(),
    ValidateBy({
      name: 'isName',
      validator: {
        validate: (value) => typeof value === 'string' && isName(value),
      },
    }),
  );
}

/** A mobile number of the mainland: eleven digits from 13 to 19; spaces and strokes between them are dropped. */
export function IsPhone(): PropertyDecorator {
  return aNumber('isPhone', isPhone);
}

/** A mobile number, or that of an office with its area code; spaces and strokes between the digits are dropped. */
export function IsCallable(): PropertyDecorator {
  return aNumber('isCallable', isCallable);
}

function aNumber(name: string, isOne: (text: string) => boolean): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidyPhone(value) : value)),
    ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && isOne(value) } }),
  );
}

/** A region code: 4 digits a city, 6 a county, 9 a township, 12 a village. */
export function IsRegionCode(options: ValidationOptions = {}): PropertyDecorator {
  return Matches(/^(\d{4}|\d{6}|\d{9}|\d{12})$/, options);
}
