/** What the system does by itself: it asks once, reminds once per day and kind, and keeps a calendar. */
import { adoptUitvraag } from '../../src/actions/adopt-uitvraag';
import { openDeliveries } from '../../src/actions/open-deliveries';
import { sendReminders } from '../../src/actions/send-reminders';
import { definitionsIn } from '../../src/delivery/definitions';
import { DEFAULT_TERMS, type FrequencyTerms } from '../../src/domain/intake/terms';
import type { UitvraagDefinition } from '../../src/domain/uitvraag/definition';
import { calendarOf } from '../../src/intake/calendar';
import type { Viewer } from '../../src/policy/viewer';
import { serve } from '../api/serve';
import { COVENANT, Ground, NOW, REGELING, uuidOf } from './ground';

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

it('asks and reminds on the days of the definition, also long after what is usual', async () => {
  const [definition] = (await ground.asSystem(definitionsIn)).filter(({ key }) => key === REGELING);
  const QUARTER: FrequencyTerms = {
    ...{ opens: { from: 'END', months: 0, days: -5 }, due: { from: 'END', months: 0, days: 14 } },
    ...{ remindDaysBefore: [2], remindDaysAfter: [3], escalateDaysAfter: 75 },
  };
  const terms = { ...DEFAULT_TERMS, QUARTER };
  // The role of the API adopts nothing: this is done at the command line, by the owner.
  await ground.database.owner.transaction((tx) =>
    adoptUitvraag(tx, {
      ...(definition as UitvraagDefinition),
      version: 2,
      validFrom: '2027-01-01',
      validTo: null,
      terms,
    }),
  );
  const askedOn = async (day: string) => {
    await ground.asSystem((tx) => openDeliveries(tx, new Date(`${day}T10:00:00Z`)));
    return ground.rows(
      `select id, uitvraag_version as version, due_on::text as "dueOn" from delivery
       where party_id = $1 and uitvraag_key = $2 and period_start = '2027-04-01' and period_end = '2027-07-01'`,
      [wissel.partyId, REGELING],
    );
  };
  expect(await askedOn('2027-06-25')).toEqual([]);
  const [{ id, ...asked }] = await askedOn('2027-06-26');
  expect(asked).toEqual({ version: 2, dueOn: '2027-07-15' });
  expect(await sentBy(id, '2027-07-12')).toEqual([]);
  expect(await sentBy(id, '2027-07-13')).toEqual(['BEFORE_DUE 2027-07-13']);
  const both = ['BEFORE_DUE 2027-07-13', 'OVERDUE 2027-07-18'];
  expect(await sentBy(id, '2027-07-18')).toEqual(both);
  expect(await sentBy(id, '2027-09-27')).toEqual(both);
  expect(await sentBy(id, '2027-09-28')).toEqual([...both, 'ESCALATED 2027-09-28']);
  await ground.deliver(wissel, `Delivery:${id}`, { formsOffered: [{ careForm: 'JH1221' }] });
  const [{ status }] = await ground.rows('select status from delivery where id = $1', [id]);
  expect(status).toBe('SUBMITTED');
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
  const CONTROLLER = 'provider:de-wissel';
  beforeAll(async () => {
    wissel = await ground.viewer('provider:de-wissel', CONTROLLER);
  });
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
    // Each a whole day, told of a week before, in the words of RFC 5545.
    const durations = calendar?.match(/^(DURATION|TRIGGER)[:;].*$/gm) ?? [];
    expect(new Set(durations.map((line) => line.trim()))).toEqual(new Set(['TRIGGER:-PT168H']));
    expect(calendar?.match(/^DTSTART;VALUE=DATE:\d{8}\s*$/gm)).toHaveLength(days.length);
    expect(calendar?.match(/^DTEND;VALUE=DATE:\d{8}\s*$/gm)).toHaveLength(days.length);
    expect(calendar?.match(/^DESCRIPTION:Uiterlijk vandaag/gm)).toHaveLength(days.length);
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
    const [ours, theirs] = [await open(wissel), await open(await ground.viewer('region:JZ01', 'region:JZ01'))];
    expect(await ground.sure(wissel, CLOSE)).toEqual({
      closeCalendarFeed: { path: null, openedAt: expect.stringMatching(/^2027-01-05T/) },
    });
    expect(await read(ours)).toBeNull();
    expect(await read(theirs)).toContain('BEGIN:VCALENDAR');
    expect(await ground.sure(wissel, CLOSE)).toEqual({ closeCalendarFeed: null });
    const ja = await ground.viewer('ja', 'ja', 'ANALYST');
    expect((await ground.refusal(ja, CLOSE)).extensions.code).toBe('FORBIDDEN');
  });

  it('is of one person: a colleague has another, and it ends with the account', async () => {
    await ground.rows("insert into account (subject, party_id, functions) values ('colleague', $1, '{PREPARER}')", [
      wissel.partyId,
    ]);
    const own = await open(wissel);
    const hers = await open({ ...wissel, subject: 'colleague' });
    expect(await read(own)).toContain('BEGIN:VCALENDAR');
    await ground.rows("update account set is_active = false where subject = 'colleague'");
    expect(await read(hers)).toBeNull();
    // Opened again it is another account: what it had before stays closed.
    await ground.rows("update account set is_active = true where subject = 'colleague'");
    await ground.rows("update calendar_feed set opened_at = now() - interval '1 day' where opened_by = 'colleague'");
    expect(await read(hers)).toBeNull();
    expect(await read(own)).toContain('BEGIN:VCALENDAR');
  });

  it('is a calendar also when there is nothing to deliver', async () => {
    const region = await ground.viewer('region:JZ01', 'region:JZ01');
    const token = await open(region);
    await ground.rows("update delivery set status = 'ACCEPTED', submitted_at = now() where party_id = $1", [
      region.partyId,
    ]);
    const calendar = await read(token);
    expect(calendar).toContain('END:VCALENDAR');
    expect(calendar).not.toContain('BEGIN:VEVENT');
  });

  it('is not there for who guesses, and who goes on guessing has to wait', async () => {
    const served = await serve({ EWS_RATE_ANONYMOUS: '10' });
    try {
      const statuses: number[] = [];
      for (let at = 0; at < 11; at += 1) {
        const token = `${at}`.padStart(32, 'x');
        const { status } = await fetch(`${served.url}/v1/calendars/${token}.ics`);
        statuses.push(status);
      }
      expect(statuses).toEqual([...Array(10).fill(404), 429]);
    } finally {
      await served.stop();
    }
  });
});
