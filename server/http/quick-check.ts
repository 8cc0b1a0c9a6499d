import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { getMetadataStorage, IsArray, IsObject, ValidateNested } from 'class-validator';

/** The class of a dto. */
export type Dto = new () => object;
/** Whether a value, as it came out of JSON, is surely what its dto says. */
export type QuickCheck = (value: unknown) => boolean;

/**
 * A list of hundreds of small objects, as phones send them. What is sent is nearly always right, and class-validator
 * builds an error for every field of every object before it knows that there is none: for such a list that costs more
 * than keeping it. So a body with such lists is first asked, by the same rules, only whether it is right; where it is
 * not, class-validator says what is wrong. None of its fields may be transformed.
 */
export function ListOf(element: Dto): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(() => element),
    (target: object, property: string | symbol) =>
      elements(target.constructor).set(String(property), element),
  );
}

const lists = new WeakMap<object, Map<string, Dto>>();

function elements(dto: object): Map<string, Dto> {
  const known = lists.get(dto) ?? new Map<string, Dto>();
  lists.set(dto, known);
  return known;
}

const checks = new WeakMap<object, QuickCheck>();

/** The quick check of a dto with lists; undefined of any other. */
export function quickCheckOf(dto: unknown): QuickCheck | undefined {
  if (typeof dto !== 'function' || !lists.has(dto)) return undefined;
  const check = checks.get(dto) ?? madeCheck(dto as Dto);
  checks.set(dto, check);
  return check;
}

type Rule = (object: object, value: unknown) => boolean;

function madeCheck(dto: Dto): QuickCheck {
  const storage = getMetadataStorage();
  const all = storage.getTargetValidationMetadatas(dto, '', false, false);
  const fields = Object.entries(storage.groupByPropertyName(all)).map(([name, metadatas]) => {
    const only = (type: string) => metadatas.filter((one) => one.type === type);
    const custom = only('customValidation');
    const conditions = only('conditionalValidation').map(({ constraints }) => constraints[0] as Rule);
    const element = lists.get(dto)?.get(name);
    const rules = custom.flatMap((one) => rulesOf(one));
    if (element) {
      const fits = madeCheck(element);
      rules.push((_, value) => (value as unknown[]).every(fits));
    }
    const isKnown =
      custom.length + conditions.length + (element ? only('nestedValidation').length : 0) ===
      metadatas.length;
    if (!isKnown) throw new Error(`${dto.name}.${name} cannot be checked quickly`);
    return { name, conditions, rules };
  });
  const names = new Set(fields.map(({ name }) => name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const name in value) if (!names.has(name)) return false;
    for (const { name, conditions, rules } of fields) {
      const own = (value as Record<string, unknown>)[name];
      if (conditions.every((holds) => holds(value, own)) && !rules.every((rule) => rule(value, own)))
        return false;
    }
    return true;
  };
}

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** The constraints behind one decorator, asked as class-validator asks them. */
function rulesOf({ constraintCls, constraints, each, validateIf, propertyName, target }: Metadata): Rule[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance, async }) => {
      if (async || validateIf) throw new Error(`${propertyName} cannot be checked quickly`);
      const targetName = typeof target === 'string' ? target : target.name;
      return (object, value) => {
        const asked = (one: unknown) =>
          instance.validate(one, { object, value, constraints, targetName, property: propertyName }) === true;
        return each && Array.isArray(value) ? value.every(asked) : asked(value);
      };
    });
}
