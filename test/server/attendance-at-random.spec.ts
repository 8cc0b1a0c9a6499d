import fc from 'fast-check';
import type { MarkDto } from '../../server/attendance/attendance.dto';
import { markKinds, standingOf } from '../../server/attendance/attendance.rules';
import { AttendanceMark } from '../../server/attendance/mark.entity';
import { newId } from '../../server/database/new-id';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aRegister, firstMorning, type HouseRegister } from '../support/house/register';

const minute = 60_000;
const begins = Date.parse(firstMorning);

/** One tap of one of two phones, and how it travels. */
const aTap = fc.record({
  phone: fc.nat(1),
  woman: fc.nat(2),
  kind: fc.constantFrom(...markKinds),
  /** Minutes from the tap to the first arrival; the class itself lasts an hour. */
  waits: fc.integer({ min: 60, max: 3 * 24 * 60 }),
  /** How often it is sent once more, since its answer was lost. */
  again: fc.nat(2),
});
/** A clock may be years off, in both directions. */
const skew = fc.integer({ min: -2 * 365 * 24 * 60, max: 2 * 365 * 24 * 60 });

describeHouse('Marks', () => {
  let house: House;
  let register: HouseRegister;
  beforeAll(async () => {
    house = await openHouse();
    register = await aRegister(house);
  });
  afterAll(() => house.close());

  it('come to the same standing in any order, with any delay and repetition, from two phones with wrong clocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aTap, { minLength: 1, maxLength: 10 }),
        fc.tuple(skew, skew),
        fc.nat(),
        async (taps, skews, order) => {
          await house.database.rows.deleteAll(AttendanceMark);
          const made = taps.map(({ phone, woman, kind, waits, again }, place) => {
            const tappedAt = begins + place * minute;
            const markedAt = new Date(tappedAt + skews[phone]! * minute).toISOString();
            const womanId = register.women[woman]!.id;
            const mark = register.mark(womanId, kind, { id: newId(), markedAt, reason: '家里有事' });
            return { mark, phone, tappedAt, arrives: [...Array(again + 1).keys()].map((nth) => waits + nth) };
          });
          const arrivals = made
            .flatMap(({ mark, phone, tappedAt, arrives }, place) =>
              arrives.map((waits) => ({ mark, phone, at: tappedAt + waits * minute, place })),
            )
            .sort((a, b) => a.at - b.at || ((a.place * order) % 7) - ((b.place * order) % 7));
          for (const { mark, phone, at } of arrivals) {
            house.setClock(at);
            const sentAt = new Date(at + skews[phone]! * minute).toISOString();
            const [answer] = await send([mark], phone, sentAt);
            expect(answer).toMatchObject({ id: mark.id, isKept: true });
          }
          // Everything once more, all at once, as a phone does whose answers were all lost.
          const [last] = arrivals.slice(-1);
          await Promise.all(
            [0, 1].map(async (phone) => {
              const own = made.filter((one) => one.phone === phone).map(({ mark }) => mark);
              const sentAt = new Date(last!.at + skews[phone]! * minute).toISOString();
              if (own.length > 0)
                expect((await send(own, phone, sentAt)).every(({ isKept }) => isKept)).toBe(true);
            }),
          );

          expect(await house.database.rows.count(AttendanceMark)).toBe(made.length);
          const roster = await register.roster();
          for (const { id } of register.women) {
            const hers = made
              .filter(({ mark }) => mark.womanId === id)
              .map(({ mark, tappedAt }) => ({ id: mark.id, kind: mark.kind, madeAt: new Date(tappedAt) }));
            const shown = roster.women.find(({ womanId }) => womanId === id)!.standing;
            expect(shown).toBe(standingOf(hers));
          }
        },
      ),
      { numRuns: 12, seed: 7 },
    );
  });

  /** The trainer's phone, and the one of an officer who keeps the same register. */
  const send = (marks: readonly MarkDto[], phone: number, sentAt: string) =>
    register.send(marks, phone === 0 ? register.trainer.calls : register.officer, sentAt);
});
