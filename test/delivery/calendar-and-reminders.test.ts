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

/** What was written of a delivery, with its day, after the job ran twice on a day. */
async function sentBy(id: string, day: string): Promise<string[]> {
  await ground.asSystem((tx) => sendReminders(tx, new Date(`${day}T09:00:00Z`)));
  await ground.asSystem((tx) => sendReminders(tx, new Date(`${day}T15:00:00Z`)));
  const rows = await ground.rows(
    'select kind, sent_on::text as day from reminder where delivery_id = $1 order by sent_on, kind',
    [id],
  );
  return rows.map(({ kind, day: on }) => `${kind} ${on}`);
}

it('reminds once on a day, and puts silence before the Jeugdautoriteit once', async () => {
  const id = uuidOf(await ground.taskOf(wissel, COVENANT, '2026-10-01', '2027-01-01'));
  // Another day than the terms say: the delivery has a due date of its own.
  await ground.rows("update delivery set due_on = '2027-02-10' where id = $1", [id]);
  expect(await sentBy(id, '2027-01-26')).toEqual([]);
  const early = ['BEFORE_DUE 2027-01-27'];
  expect(await sentBy(id, '2027-01-27')).toEqual(early);
  expect(await sentBy(id, '2027-01-30')).toEqual(early);
  expect(await sentBy(id, '2027-02-11')).toEqual([...early, 'OVERDUE 2027-02-11']);
  // Of the 17th nothing was told, because nothing ran: it is told once, on the day that something runs.
  const late = [...early, 'OVERDUE 2027-02-11', 'OVERDUE 2027-02-19'];
  expect(await sentBy(id, '2027-02-19')).toEqual(late);
  expect(await sentBy(id, '2027-02-20')).toEqual(late);
  expect(await sentBy(id, '2027-02-24')).toEqual([...late, 'ESCALATED 2027-02-24']);
  expect(await sentBy(id, '2027-03-10')).toEqual([...late, 'ESCALATED 2027-02-24']);
  await expect(
    ground.asSomebody(wissel, (tx) =>
      tx.query("insert into reminder values ($1, $2, 'OVERDUE', '2027-03-01')", [id, wissel.partyId]),
    ),
  ).rejects.toMatchObject({ code: '42501' });
});

it('gives who is asked late as many days as anybody, from the day on which it was asked', async () => {
  const { partyId } = await ground.viewer('region:JZ02');
  await ground.rows('delete from delivery where party_id = $1 and submitted_at is null', [partyId]);
  await ground.asSystem((tx) => openDeliveries(tx, new Date('2027-05-20T10:00:00Z')));
  const [{ id }] = await ground.rows('select id from delivery where party_id = $1 and due_on = $2', [
    partyId,
    '2027-03-31',
  ]);
  expect(await sentBy(id, '2027-05-20')).toEqual([]);
  expect(await sentBy(id, '2027-05-21')).toEqual(['OVERDUE 2027-05-21']);
  expect(await sentBy(id, '2027-06-02')).toEqual(['OVERDUE 2027-05-21', 'OVERDUE 2027-06-02']);
  expect(await sentBy(id, '2027-06-03')).toEqual(['OVERDUE 2027-05-21', 'OVERDUE 2027-06-02', 'ESCALATED 2027-06-03']);
});

it('reminds of what was returned, from the day on which it was, until it is delivered again', async () => {
  const ja = await ground.viewer('ja', 'ja', 'ANALYST', 'SUPERVISOR');
  const { partyId } = wissel;
  const [{ id }] = await ground.rows(
    `select id from delivery d where party_id = $1 and status = 'SUBMITTED' and not exists (
       select from delivery n where n.party_id = d.party_id and n.uitvraag_key = d.uitvraag_key and n.period_start = d.period_start and n.version > d.version
     ) order by period_end desc, id limit 1`,
    [partyId],
  );
  expect(
    (await ground.step(ja, 'returnDelivery', `Delivery:${id}`, 'Klopt uw omzet van dit kwartaal wel?')).errors,
  ).toBeUndefined();
  expect(await sentBy(id, '2027-01-05')).toEqual([]);
  expect(await sentBy(id, '2027-01-06')).toEqual(['OVERDUE 2027-01-06']);
  // A correction that is only begun answers nothing.
  await ground.step(wissel, 'correctDelivery', `Delivery:${id}`, 'De omzet was niet volledig geboekt.');
  expect(await sentBy(id, '2027-01-12')).toEqual(['OVERDUE 2027-01-06', 'OVERDUE 2027-01-12']);
  await ground.rows(
    `update delivery n set status = 'SUBMITTED', submitted_at = '2027-01-13' from delivery d
     where d.id = $1 and n.party_id = d.party_id and n.uitvraag_key = d.uitvraag_key and n.period_start = d.period_start and n.version > d.version`,
    [id],
  );
  expect(await sentBy(id, '2027-01-19')).toEqual(['OVERDUE 2027-01-06', 'OVERDUE 2027-01-12']);
});

describe('a municipality that was merged', () => {
  const asked = async (validTo: string) => {
    const { partyId } = await ground.viewer('municipality:GM0034');
    await ground.rows('delete from reminder where party_id = $1', [partyId]);
    await ground.rows('delete from delivery where party_id = $1', [partyId]);
    await ground.rows("update municipality set valid_to = $1 where code = 'GM0034'", [validTo]);
    await ground.asSystem((tx) => openDeliveries(tx, NOW));
    return ground.rows('select id, period_start::text as start from delivery where party_id = $1 order by 2', [
      partyId,
    ]);
  };

  it('is asked of the periods in which it was there to the end, and of no other', async () => {
    expect((await asked('2026-12-01')).map(({ start }) => start)).toEqual([]);
    expect((await asked('2027-01-01')).map(({ start }) => start)).toEqual(['2026-10-01']);
    expect((await asked('2027-07-01')).map(({ start }) => start)).toEqual(['2026-10-01']);
  });

  it('is not reminded any more, nor escalated', async () => {
    const [{ id }] = await asked('2027-01-25');
    expect(await sentBy(id, '2027-01-20')).toEqual(['BEFORE_DUE 2027-01-20']);
    expect(await sentBy(id, '2027-02-20')).toEqual(['BEFORE_DUE 2027-01-20']);
  });
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
