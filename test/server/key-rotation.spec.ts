import { randomBytes } from 'node:crypto';
import { readSettings } from '../../config/settings';
import { rotateKeys, sealedTables } from '../../server/secrecy/rotation';
import { Seal } from '../../server/secrecy/seal';
import type { ProfileView } from '../../server/women/profiles.view';
import { granted } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, women } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { aPhoto } from '../support/house/photo';
import { aRegister } from '../support/house/register';

const [before, now, search] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const text = (key: Buffer) => key.toString('base64');
const env = { DATA_KEY: `k2:${text(now)}`, OLD_DATA_KEYS: `k1:${text(before)}`, SEARCH_KEY: text(search) };
const sealWith = (other: object) => new Seal(readSettings({ ...env, ...other }).secrecy);

describeHouse('Rotating the keys', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse([], { ...env, SIGN_INS_A_MINUTE: '100000' });
  });
  afterAll(() => house.close());

  /** How many sealed values name this key. */
  async function under(keyId: string): Promise<number> {
    let count = 0;
    for (const { table, key, columns } of sealedTables(house.database.dataSource)) {
      const rows = await house.database.rows.query<Record<string, string | Buffer | null>[]>(
        `SELECT ${[key, ...columns].join(', ')} FROM ${table}`,
      );
      for (const row of rows)
        for (const column of columns) {
          const value = row[column];
          if (
            value &&
            Buffer.from(value as string)
              .subarray(0, 20)
              .toString('latin1')
              .startsWith(`v1.${keyId}.`)
          )
            count += 1;
        }
    }
    return count;
  }

  it('seals every column anew beside a running server, and the old key can be taken away', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const her = await aWoman(house, { phone: '13912340987' });
    await women(house, 6, { phone: '13712340001' });
    const profile = `/women/${her.id}/profile`;
    granted(await officer.put(profile, { beganFrom: 1, identity: '11010519491231002X', notes: '爱唱歌' }));
    const register = await aRegister(house, 1);
    const session = register.batch.sessions[0]!.id;
    const sheet = granted(await register.officer.post<{ id: string }>(`/sessions/${session}/sheets`));
    granted(await register.officer.upload(`/sheets/${sheet.id}/photos`, await aPhoto()));

    // As it was before the new key came: everything under the old one. The server reads it still.
    await rotateKeys(
      house.database.dataSource,
      sealWith({ DATA_KEY: `k1:${text(before)}`, OLD_DATA_KEYS: env.DATA_KEY }),
    );
    const all = await under('k1');
    expect([all > 15, await under('k2')]).toEqual([true, 0]);
    expect(granted(await officer.get<ProfileView>(profile))).toMatchObject({ phone: '139****0987' });

    const [{ sealed }, edited] = await Promise.all([
      rotateKeys(house.database.dataSource, sealWith({})),
      officer.put<ProfileView>(profile, { beganFrom: 2, notes: '爱唱二人转' }),
    ]);
    expect(granted(edited).notes).toBe('爱唱二人转');
    expect(sealed).toBeGreaterThanOrEqual(all - 1);
    expect(await under('k1')).toBe(0);
    expect(await rotateKeys(house.database.dataSource, sealWith({}))).toEqual({ sealed: 0, passedOver: 0 });

    const alone = sealWith({ OLD_DATA_KEYS: '' });
    for (const { table, columns } of sealedTables(house.database.dataSource))
      for (const row of await house.database.rows.query<Record<string, string | Buffer | null>[]>(
        `SELECT ${columns.join(', ')} FROM ${table}`,
      ))
        for (const value of Object.values(row)) {
          if (typeof value === 'string') expect(() => alone.open(value)).not.toThrow();
          else if (value) expect(() => alone.openBytes(Buffer.from(value))).not.toThrow();
        }
    expect(granted(await officer.get<ProfileView>(profile))).toMatchObject({ notes: '爱唱二人转' });
  });

  it('finds every table that seals anything', () => {
    const tables = sealedTables(house.database.dataSource).map(({ table }) => table);
    expect(tables).toEqual(
      expect.arrayContaining(['women', 'woman_changes', 'lotteries', 'sheet_photo_parts', 'one_time_keys']),
    );
  });
});
