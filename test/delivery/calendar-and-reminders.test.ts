/** What the system does by itself: it asks once, reminds once per day and kind, and keeps a calendar. */
import { openDeliveries } from '../../src/actions/open-deliveries';
import { sendReminders } from '../../src/actions/send-reminders';
import { calendarOf } from '../../src/intake/calendar';
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, NOW, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
}, 60_000);
afterAll(() => ground?.close());

it('asks everybody once', async () => {
  const count = async () => (await ground.rows('select count(*)::int as n from delivery'))[0].n;
  const before = await count();
  expect(await ground.asSystem((tx) => openDeliveries(tx, NOW))).toBe(0);
  expect(await count()).toBe(before);
  const twice = await ground.rows(
    `select from delivery group by party_id, uitvraag_key, period_start, period_end, version having count(*) > 1`,
  );
  expect(twice).toEqual([]);
});

it('reminds once on a day, and puts silence before the Jeugdautoriteit once', async () => {
  const id = uuidOf(await ground.taskOf(wissel, COVENANT, '2026-10-01', '2027-01-01'));
  await ground.rows("update delivery set due_on = '2027-01-31' where id = $1", [id]);
  const sentBy = async (day: string) => {
    await ground.asSystem((tx) => sendReminders(tx, new Date(`${day}T09:00:00Z`)));
    await ground.asSystem((tx) => sendReminders(tx, new Date(`${day}T15:00:00Z`)));
    const rows = await ground.rows(
      'select kind, sent_on::text as day from reminder where delivery_id = $1 order by sent_on, kind',
      [id],
    );
    return rows.map(({ kind, day: on }) => `${kind} ${on}`);
  };
  expect(await sentBy('2027-01-16')).toEqual([]);
  expect(await sentBy('2027-01-17')).toEqual(['BEFORE_DUE 2027-01-17']);
  expect(await sentBy('2027-01-20')).toEqual(['BEFORE_DUE 2027-01-17']);
  expect(await sentBy('2027-02-01')).toEqual(['BEFORE_DUE 2027-01-17', 'OVERDUE 2027-02-01']);
  expect(await sentBy('2027-02-14')).toEqual([
    ...['BEFORE_DUE 2027-01-17', 'OVERDUE 2027-02-01', 'OVERDUE 2027-02-07', 'ESCALATED 2027-02-14'],
  ]);
  await expect(
    ground.asSomebody(wissel, (tx) =>
      tx.query("insert into reminder values ($1, $2, 'OVERDUE', '2027-03-01')", [id, wissel.partyId]),
    ),
  ).rejects.toMatchObject({ code: '42501' });
});

describe('the calendar of a party', () => {
  const open = async (viewer: Viewer): Promise<string> => {
    const { openCalendarFeed } = await ground.sure(viewer, 'mutation { openCalendarFeed { path } }');
    return /^\/v1\/calendars\/(.+)\.ics$/.exec(openCalendarFeed.path)?.[1] as string;
  };
  const read = (token: string) => ground.asSystem((tx) => calendarOf(tx, token));

  it('has a day for everything that is not submitted yet, of that party alone', async () => {
    const calendar = await read(await open(wissel));
    const days = (calendar?.match(/UID:(\S+)@ews/g) ?? [])
      .map((uid) => uid.slice('UID:'.length, -'@ews'.length))
      .sort();
    const own = await ground.rows('select id from delivery where party_id = $1 and submitted_at is null', [
      wissel.partyId,
    ]);
    expect(days).toEqual(own.map(({ id }) => id).sort());
    expect(days.length).toBeGreaterThan(1);
  });

  it('ends when a new one is opened, and is kept by its digest alone', async () => {
    const first = await open(wissel);
    const second = await open(wissel);
    expect(await read(first)).toBeNull();
    expect(await read(second)).toContain('BEGIN:VCALENDAR');
    const kept = await ground.rows('select token_hash as hash from calendar_feed');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(second);
  });

  it('ends when it is closed, for its own party, and there may be none to close', async () => {
    const CLOSE = 'mutation { closeCalendarFeed { path openedAt } }';
    const [ours, theirs] = [await open(wissel), await open(await ground.viewer('region:JZ01'))];
    expect(await ground.sure(wissel, CLOSE)).toEqual({
      closeCalendarFeed: { path: null, openedAt: expect.stringMatching(/^2027-01-05T/) },
    });
    expect(await read(ours)).toBeNull();
    expect(await read(theirs)).toContain('BEGIN:VCALENDAR');
    expect(await ground.sure(wissel, CLOSE)).toEqual({ closeCalendarFeed: null });
    const ja = await ground.viewer('ja', 'ja', 'ANALYST');
    expect((await ground.refusal(ja, CLOSE)).extensions.code).toBe('FORBIDDEN');
  });

  it('is a calendar also when there is nothing to deliver', async () => {
    const region = await ground.viewer('region:JZ01');
    const token = await open(region);
    await ground.rows("update delivery set status = 'ACCEPTED', submitted_at = now() where party_id = $1", [
      region.partyId,
    ]);
    const calendar = await read(token);
    expect(calendar).toContain('END:VCALENDAR');
    expect(calendar).not.toContain('BEGIN:VEVENT');
  });
});
