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
import { aRowOf, sealedUnder, sealedUnknown, unopened } from '../support/house/sealed';

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

  const under = (keyId: string) => sealedUnder(house.database.dataSource, keyId);

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

    expect(await unopened(house.database.dataSource, sealWith({ OLD_DATA_KEYS: '' }))).toEqual([]);
    expect(await sealedUnknown(house.database.dataSource)).toEqual([]);
    expect(granted(await officer.get<ProfileView>(profile))).toMatchObject({ notes: '爱唱二人转' });
  });

  it('reaches every sealed column there is, also one that a later room adds', async () => {
    const { dataSource, rows } = house.database;
    const old = sealWith({ DATA_KEY: `k1:${text(before)}`, OLD_DATA_KEYS: env.DATA_KEY });
    const tables = sealedTables(dataSource);
    let columnsThere = 0;
    for (const { table, columns } of tables) {
      const metadata = dataSource.entityMetadatas.find(({ tableName }) => tableName === table)!;
      columnsThere += columns.length;
      const row = aRowOf(metadata, (column, type) => {
        if (!columns.includes(column)) return undefined;
        return type === 'blob' ? old.sealBytes(Buffer.from('爱唱歌')) : old.seal('爱唱歌');
      });
      await rows.insert(metadata.target, row);
    }
    expect(columnsThere).toBeGreaterThan(8);
    expect(await under('k1')).toBe(columnsThere);
    expect(await rotateKeys(dataSource, sealWith({}))).toMatchObject({ sealed: columnsThere });
    expect(await under('k1')).toBe(0);
    expect(await unopened(dataSource, sealWith({ OLD_DATA_KEYS: '' }))).toEqual([]);
  });

  it('finds every table that seals anything', () => {
    const found = sealedTables(house.database.dataSource).map(({ table }) => table);
    expect(found).toEqual(
      expect.arrayContaining([
        ...['women', 'woman_changes', 'lotteries', 'sheet_photo_parts', 'one_time_keys', 'import_parts'],
      ]),
    );
  });
});
