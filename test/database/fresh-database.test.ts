import { makeDataSource } from '../../src/database/data-source';
import { freshDatabase, type TestDatabase } from '../support/database';

let [first, second]: (TestDatabase | undefined)[] = [];

beforeAll(async () => {
  [first, second] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([first?.drop(), second?.drop()]);
});

describe('a database of a test', () => {
  it('is its own: what one test writes no other reads', async () => {
    await first?.owner.query("insert into province (code, name) values ('PV00', 'Nergens')");
    const sql = "select count(*)::int as rows from province where code = 'PV00'";
    expect(await first?.owner.query(sql)).toEqual([{ rows: 1 }]);
    expect(await second?.owner.query(sql)).toEqual([{ rows: 0 }]);
  });

  it('holds the small world', async () => {
    expect(await first?.owner.query('select size from seeded_world')).toEqual([{ size: 'small' }]);
  });

  it('tells days in UTC to whoever connects, whatever the zone of the server', async () => {
    const url = first?.ownerUrl as string;
    await first?.owner.query(`alter database ${new URL(url).pathname.slice(1)} set timezone to 'Asia/Tokyo'`);
    const source = await makeDataSource(url, { connections: 1 }).initialize();
    const shown = await source.query('show timezone').finally(() => source.destroy());
    expect(shown).toEqual([{ TimeZone: 'UTC' }]);
  });

  it('shows the API no party without a context', async () => {
    expect(await first?.app.query('select count(*)::int as rows from party')).toEqual([{ rows: 0 }]);
  });
});
