import { dataSourceFor } from '../../server/database/data-source';
import { migrate } from '../../server/database/migrate';
import { harbinDivisions } from '../../server/regions/harbin-divisions';
import { Region } from '../../server/regions/region.entity';
import { freshDatabaseUrl } from '../support/database/test-database';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { dump } from '../support/house/rows';

describeHouse('The tables', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('made by the migrations are exactly those that the entities describe', async () => {
    const { upQueries } = await house.database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('are made once by servers that start at once on one empty database', async () => {
    if (process.env.TEST_DATABASE !== 'mariadb') return; // an embedded database has one server
    const empty = (await freshDatabaseUrl())!;
    const servers = await Promise.all(Array.from({ length: 3 }, () => dataSourceFor(empty.url).initialize()));
    await Promise.all(servers.map(migrate));
    for (const server of servers) expect(await server.showMigrations()).toBe(false);
    await Promise.all(servers.map((server) => server.destroy()));
    await empty.drop();
  });

  it('hold all 3,505 areas of Harbin, each below its parent', async () => {
    const regions = await house.database.rows.find(Region, { order: { code: 'ASC' } });
    expect(regions).toEqual(harbinDivisions().sort((a, b) => (a.code < b.code ? -1 : 1)));
    expect(regions).toHaveLength(3505);
    const codes = new Set(regions.map(({ code }) => code));
    expect(regions.filter(({ parentCode }) => parentCode !== null && !codes.has(parentCode))).toEqual([]);
  });

  it('stay as they are when the migrations run again', async () => {
    const before = await dump(house);
    await expect(house.database.dataSource.runMigrations()).resolves.toEqual([]);
    expect(await dump(house)).toEqual(before);
  });
});
