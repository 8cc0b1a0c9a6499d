import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { newId } from '../../server/database/new-id';
import { Venue } from '../../server/courses/course.entity';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { yanshou } from '../support/house/places';

describeHouse('A transaction', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const aPlace = (name: string): Venue => ({
    ...{ kind: 'other', capacity: null, latitudeE5: null, longitudeE5: null, retiredAt: null },
    id: newId(),
    name,
    regionCode: yanshou.township,
    address: '',
  });
  const kept = async (name: string) => house.database.rows.countBy(Venue, { name });

  it('that meets a deadlock is run again as a whole', async () => {
    const [one, other] = [aPlace('甲'), aPlace('乙')];
    await house.database.rows.insert(Venue, [one, other]);
    let runs = 0;
    const lockBoth = (first: Venue, second: Venue) =>
      house.database.transact(async (tx) => {
        runs += 1;
        await house.database.lock(tx, Venue, first.id);
        await tx.insert(Venue, aPlace('记下'));
        await pause(100);
        await house.database.lock(tx, Venue, second.id);
      });
    await Promise.all([lockBoth(one, other), lockBoth(other, one)]);
    expect(await kept('记下')).toBe(2);
    expect(runs).toBe(house.database.hasRowLocks ? 3 : 2);
  });

  it('sees with each statement what is committed by then, on whichever connection it runs', async () => {
    // SQLite's holds the whole file: nobody commits beside it.
    if (!house.database.hasRowLocks) return;
    // Half of the connections hold a transaction, so that the other half can commit beside them.
    const names = Array.from({ length: 8 }, (_, place) => `旁边记下${place}`);
    const seen = await Promise.all(
      names.map((name) =>
        house.database.transact(async (tx) => {
          const before = await tx.countBy(Venue, { name });
          await house.database.rows.insert(Venue, aPlace(name));
          return [before, await tx.countBy(Venue, { name })];
        }),
      ),
    );
    expect(seen).toEqual(names.map(() => [0, 1]));
  });

  it('that fails undoes all of its own and nothing of anybody else', async () => {
    const fails = house.database.transact(async (tx: EntityManager) => {
      await tx.insert(Venue, aPlace('失败'));
      await pause(50);
      throw new Error('as the test wished');
    });
    const beside = Array.from({ length: 20 }, async () => {
      await pause(Math.random() * 40);
      await house.database.rows.insert(Venue, aPlace('别人'));
    });
    const [outcome] = await Promise.allSettled([fails, ...beside]);
    expect(outcome).toMatchObject({ status: 'rejected' });
    expect([await kept('失败'), await kept('别人')]).toEqual([0, 20]);
  });

  it('that surprises is not run again, and its caller hears of it', async () => {
    const id = newId();
    let runs = 0;
    await house.database.rows.insert(Venue, { ...aPlace('重复'), id });
    const twice = house.database.transact(async (tx) => {
      runs += 1;
      await tx.insert(Venue, { ...aPlace('重复'), id });
    });
    await expect(twice).rejects.toThrow();
    expect([runs, await kept('重复')]).toEqual([1, 1]);
  });
});
