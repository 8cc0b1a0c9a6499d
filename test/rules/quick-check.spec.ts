import 'reflect-metadata';
import * as fc from 'fast-check';
import { MarkDto, SendMarksDto } from '../../server/attendance/attendance.dto';
import { quickCheckOf } from '../../server/http/quick-check';
import { validation } from '../../server/http/validation';

const anything = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 0, true, [], {}, [[]], 'present', '2026-02-30T00:00:00Z'),
  fc.string(),
  fc.object({ maxDepth: 1 }),
);
const right: Record<keyof MarkDto, fc.Arbitrary<unknown>> = {
  id: fc.uuid(),
  sessionId: fc.uuid(),
  womanId: fc.uuid(),
  kind: fc.constantFrom('present', 'late', 'leave', 'absent', 'undone'),
  reason: fc.option(fc.string({ maxLength: 60 }), { nil: undefined }),
  sheetId: fc.option(fc.uuid(), { nil: undefined }),
  markedAt: fc.constantFrom('2026-11-23T08:00:00Z', '1999-01-01T00:00:00.5+08:00'),
};
/** Right marks, and marks with one field wrong, missing or too many. */
const mark = fc.oneof(
  { weight: 40, arbitrary: fc.record(right) },
  { weight: 1, arbitrary: fc.record({ ...right, more: anything }) },
  ...Object.keys(right).map((name) => ({ weight: 1, arbitrary: fc.record({ ...right, [name]: anything }) })),
);
const body = fc.oneof(
  fc.record({ marks: fc.array(mark, { maxLength: 4 }), sentAt: right.markedAt }),
  fc.record({ marks: fc.oneof(anything, fc.array(anything, { maxLength: 2 })), sentAt: right.markedAt }),
  fc.record({ marks: fc.array(mark, { minLength: 1, maxLength: 2 }), sentAt: anything, more: anything }),
  anything,
);

const check = quickCheckOf(SendMarksDto)!;
/** What the whole way says, which is taken when the quick one says no; a body is always an object by then. */
const slow = async (value: unknown) => {
  const way = Object.getPrototypeOf(Object.getPrototypeOf(validation)) as typeof validation;
  return way.transform.call(validation, value, { type: 'body', metatype: SendMarksDto }).then(
    (given: unknown) => given,
    () => undefined,
  );
};

it('says of a list of marks what the whole check says, and gives what the whole check gives', async () => {
  let [fits, fails] = [0, 0];
  await fc.assert(
    fc.asyncProperty(body, async (wild) => {
      // Only what JSON can carry arrives.
      const value: unknown = JSON.parse(JSON.stringify(wild) ?? 'null');
      fc.pre(typeof value === 'object' && value !== null);
      const isRight = check(value);
      const given = await slow(value);
      if (isRight) {
        fits += 1;
        expect(JSON.parse(JSON.stringify(given))).toEqual(value);
      } else {
        fails += 1;
        expect(given).toBeUndefined();
      }
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(fits, fails)).toBeGreaterThan(100);
});

it('is asked only of dtos with such lists', () => {
  expect(quickCheckOf(MarkDto)).toBeUndefined();
  expect(quickCheckOf(Object)).toBeUndefined();
});
