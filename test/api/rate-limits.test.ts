import { Pool } from 'pg';
import { openRateLimits, type RateLimits } from '../../src/api/rate-limits';
import { placeOf } from '../../src/api/rate-place';
import { ALARMING, RARE } from '../../src/api/rate-table';
import { RateLimited } from '../../src/errors';
import { ANONYMOUS, type Viewer } from '../../src/policy/viewer';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type Served, serve } from './serve';

const logged: string[] = [];
let database: TestDatabase;
let pool: Pool;
const open: RateLimits[] = [];
beforeAll(async () => {
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
  database = await freshDatabase();
  pool = new Pool({ connectionString: database.appUrl, max: 2 });
});
afterAll(async () => {
  for (const limits of open) limits.close();
  await pool.end();
  await database.drop();
});

/** One process of the server. */
function process_(secret = 'a', over: Pick<Pool, 'query'> = pool): RateLimits {
  const limits = openRateLimits({ pool: over, secret: Buffer.from(secret), account: 50, anonymous: 10 });
  open.push(limits);
  return limits;
}
const viewer = (subject: string, partyId = 'p'): Viewer => ({ ...ANONYMOUS, subject, partyId, kind: 'PROVIDER' });
const from = (subject: string, address = '192.0.2.1') => ({ viewer: viewer(subject), address });
const NOBODY = { viewer: ANONYMOUS, address: '192.0.2.1' };
const times = async (count: number, work: () => Promise<void>) => {
  for (let at = 0; at < count; at += 1) await work();
};
const away = {
  query: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
};

describe('a request', () => {
  test('may be made as often as the settings say, and then says how long to wait', async () => {
    const limits = process_('requests');
    await times(50, () => limits.request(from('one')));
    const refusal = await limits.request(from('one')).catch((error) => error);
    expect(refusal).toBeInstanceOf(RateLimited);
    expect(refusal.seconds).toBeGreaterThan(50);
    expect(refusal.seconds).toBeLessThanOrEqual(60);
  });

  test('is counted per account, party and address, and for who has not signed in per address', async () => {
    const limits = process_('each');
    await times(50, () => limits.request(from('one')));
    await limits.request(from('two'));
    await limits.request(from('one', '192.0.2.2'));
    await limits.request({ viewer: viewer('one', 'q'), address: '192.0.2.1' });
    await times(10, () => limits.request(NOBODY));
    await expect(limits.request(NOBODY)).rejects.toThrow(RateLimited);
    await limits.request({ ...NOBODY, address: '192.0.2.2' });
  });

  test('counts for more when it costs more', async () => {
    const limits = process_('cost');
    await limits.operation(from('one'), 49_999);
    await limits.operation(from('one'), 2_500_000);
    await expect(limits.operation(from('one'), 50_000)).rejects.toThrow(RateLimited);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:c000:0201', '192.0.2.1'],
    ['0000:0000:0000:0000:0000:FFFF:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:9:9:9:9', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::2:0:0:0:1', '2001:db8:0:2::/64'],
    ['2001:db8:0:0:9:9:9:9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['not an address', 'not an address'],
  ])('from %s comes from %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});

describe('over several processes', () => {
  test('what is asked of one counts for the other, within a second', async () => {
    const [one, other] = [process_('shared'), process_('shared')];
    await times(26, () => one.request(from('one')));
    await times(26, () => other.request(from('one')));
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    const refused = await Promise.all(
      [one, other].map((limits) =>
        limits.request(from('one')).then(
          () => 0,
          () => 1,
        ),
      ),
    );
    expect(refused).toContain(1);
  });

  test('a rare deed is counted at once', async () => {
    const [one, other] = [process_('rare'), process_('rare')];
    await times(RARE['sign-in'].points, () => one.deed('sign-in', NOBODY));
    await expect(other.deed('sign-in', NOBODY)).rejects.toThrow(RateLimited);
  });

  test('a caller that asks little costs no write', async () => {
    const written = async () =>
      (await database.owner.query('select count(*)::int as rows from ews.rate_limit'))[0].rows;
    const before = await written();
    await times(4, () => process_('little').request(from('one')));
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(await written()).toBe(before);
  });

  test('meldingen are counted by themselves, and fewer of who has not signed in', async () => {
    const limits = process_('meldingen');
    const done = async () => 'done';
    await times(5, () => limits.whenDone('melding-anonymous', NOBODY, done).then(() => undefined));
    await expect(limits.whenDone('melding-anonymous', NOBODY, done)).rejects.toThrow(RateLimited);
    await times(30, () => limits.whenDone('melding', from('one'), done).then(() => undefined));
    await expect(limits.whenDone('melding', from('one'), done)).rejects.toThrow(RateLimited);
    expect(await limits.whenDone('melding', from('two'), done)).toBe('done');
  });

  test('a melding that is refused while the database is away is not counted either', async () => {
    const limits = process_('refused away', away as never);
    const refused = () => Promise.reject(new Error('refused'));
    await times(7, () => expect(limits.whenDone('melding-anonymous', NOBODY, refused)).rejects.toThrow('refused'));
    await times(5, () => limits.whenDone('melding-anonymous', NOBODY, async () => undefined));
    await expect(limits.whenDone('melding-anonymous', NOBODY, async () => undefined)).rejects.toThrow(RateLimited);
  });

  test('so many meldingen from all networks together are told to the operator, once, and go on', async () => {
    const both = [process_('everywhere'), process_('everywhere')];
    const alarms = () => logged.filter((line) => line.includes('from all networks together')).length;
    const { points } = ALARMING['melding-anonymous'] as { points: number };
    let at = 0;
    const report = async () => {
      at += 1;
      const who = { viewer: ANONYMOUS, address: `10.${at >> 8}.${at & 255}.1` };
      await both[at % 2]?.whenDone('melding-anonymous', who, async () => undefined);
    };
    await times(points, report);
    expect(alarms()).toBe(0);
    await times(5, report);
    expect(alarms()).toBe(1);
  });

  test('a melding that is refused is not counted, however often', async () => {
    const [one, other] = [process_('refused'), process_('refused')];
    const refused = () => Promise.reject(new Error('refused'));
    await times(7, () => expect(one.whenDone('melding-anonymous', NOBODY, refused)).rejects.toThrow('refused'));
    await times(5, () => one.whenDone('melding-anonymous', NOBODY, async () => undefined));
    await expect(other.whenDone('melding-anonymous', NOBODY, refused)).rejects.toThrow(RateLimited);
  });

  test('of many at once no more are done than may be, over all processes', async () => {
    const both = [process_('at once'), process_('at once')];
    let done = 0;
    const work = async () => {
      done += 1;
    };
    const all = Array.from({ length: 40 }, (_, at) => both[at % 2]?.whenDone('melding-anonymous', NOBODY, work));
    const refused = (await Promise.allSettled(all)).filter(({ status }) => status === 'rejected').length;
    expect([done, refused]).toEqual([RARE['melding-anonymous'].points, 40 - RARE['melding-anonymous'].points]);
    // Who was refused has taken nobody's place for longer than that took.
    const rows = await database.owner.query("select points from ews.rate_limit where key like 'melding-anonymous:%'");
    expect(Math.max(...rows.map(({ points }: { points: number }) => points))).toBe(RARE['melding-anonymous'].points);
  });
});

describe('the table', () => {
  test('holds digests, and no account, party or address', async () => {
    const limits = process_('digest');
    await limits.deed('sign-in', { viewer: viewer('K4n4rie', 'K4n4rie'), address: '203.0.113.77' });
    const rows = JSON.stringify(await database.owner.query('select * from ews.rate_limit'));
    expect(rows).toMatch(/sign-in:[\w-]{22}"/);
    expect(rows).not.toMatch(/K4n4rie|203\.0/);
  });

  test('lets the API count, and give nobody a new start', async () => {
    await pool.query("insert into ews.rate_limit values ('test:aaaaaaaaaaaaaaaaaaaaaa', 1, $1)", [Date.now() + 60_000]);
    expect((await pool.query("delete from ews.rate_limit where key like 'test:%'")).rowCount).toBe(0);
    await expect(pool.query('truncate ews.rate_limit')).rejects.toThrow(/permission denied/);
    await expect(pool.query("insert into ews.rate_limit values ('jan@example.nl', 1, 1)")).rejects.toThrow(/digest/);
    await pool.query("update ews.rate_limit set expire = 1 where key like 'test:%'");
    expect((await pool.query("delete from ews.rate_limit where key like 'test:%'")).rowCount).toBe(1);
  });
});

test('without its database each process counts by itself, and says so', async () => {
  const limits = process_('away', away as never);
  await times(RARE['sign-in'].points, () => limits.deed('sign-in', NOBODY));
  await expect(limits.deed('sign-in', NOBODY)).rejects.toThrow(RateLimited);
  await times(50, () => limits.request(from('one')));
  await expect(limits.request(from('one'))).rejects.toThrow(RateLimited);
  expect(logged.join('')).toContain('Rates are counted by this process alone');
});

describe('over the network', () => {
  let served: Served;
  const ask = (headers: Record<string, string> = {}, body = '{"query":"{__typename}"}') =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  afterEach(() => served.stop());

  test('too much is 429, with Retry-After and a remedy; health is not counted', async () => {
    served = await serve({ EWS_RATE_ANONYMOUS: '3', EWS_RATE_ACCOUNT: '8' });
    for (let at = 0; at < 3; at += 1) expect((await ask()).status).toBe(200);
    // Nobody in particular is counted by address, whatever the caller says it came from.
    const response = await ask({ 'x-forwarded-for': '198.51.100.9' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: Record<string, unknown> }[];
    };
    expect(errors[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryable: true,
      nl: expect.stringMatching(/^Dit is meer dan/),
    });
    // Guessing at tokens is counted too.
    expect((await ask({ authorization: 'Bearer a.b.c' })).status).toBe(429);
    const authorization = `Bearer ${await served.tokenFor('ja')}`;
    expect((await ask({ authorization })).status).toBe(200);
    expect((await fetch(`${served.url}/readyz`)).status).toBe(200);
    const costly =
      '{"query":"{ providers(first: 100) { nodes { contracts(first: 100) { nodes { id reference startsOn } } } } }"}';
    const answers = [];
    for (let at = 0; at < 4; at += 1) answers.push(await ask({ authorization }, costly));
    const last = answers.at(-1) as Response;
    expect(answers[0]?.status).toBe(200);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('behind a balancer that is trusted, the address is the one that it saw', async () => {
    served = await serve({ EWS_RATE_ANONYMOUS: '1', EWS_TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
    expect((await ask({ 'x-forwarded-for': '198.51.100.1' })).status).toBe(200);
    expect((await ask({ 'x-forwarded-for': '198.51.100.2' })).status).toBe(200);
    expect((await ask({ 'x-forwarded-for': '198.51.100.2' })).status).toBe(429);
  });
});
