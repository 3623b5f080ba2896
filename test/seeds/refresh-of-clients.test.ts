/** What municipalities report, and what they and other clients say of contracts: whose summaries are made again by it. */
import type { DataSource } from 'typeorm';
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import type { PartyKind } from '../../src/domain/vocabulary';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type Change, fingerprint, NOW, refreshedAfter, takenBack } from '../support/refreshed';

let database: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  owner = database.owner;
});
afterAll(() => database.drop());

/** What deliveries do to the tables: who delivered, or was spoken of. */
type Deliveries = Partial<Record<Change[0], string>>;

const SOMEWHERE = "municipality_code in (select code from municipality where md5(code) < '2')";
const BY_SOME = "reported_by = 'CLIENT' and md5(coalesce(client_municipality_code, client_region_code)) < '4'";
const CLIENT = "coalesce(client_municipality_code, client_region_code, 'LTA') as id";
const NO_LONGER_DELIVERED = (...kinds: PartyKind[]) =>
  `update delivery d set submitted_at = null, status = 'CONCEPT' from party p
   where p.id = d.party_id and p.kind in (${kinds.map((kind) => `'${kind}'`).join()}) and d.period_end - d.period_start > 364
   returning coalesce(p.municipality_code, p.region_code, 'LTA') as id`;
const DELIVERIES_OF_CLIENTS: [string, Deliveries][] = [
  [
    'a corrected report of one municipality on the latest quarter',
    {
      municipalityCodes: `update municipal_report set budget_cents = budget_cents * 2, realised_cents = realised_cents / 3
        where period_start = '2026-07-01' and municipality_code = 'GM0014' returning municipality_code as id`,
    },
  ],
  [
    'a corrected report of long ago, which another year took its seasons from',
    {
      municipalityCodes: `update municipal_report set realised_cents = realised_cents * 9
        where period_start = '2024-01-01' and ${SOMEWHERE} returning municipality_code as id`,
    },
  ],
  [
    'reports of which the amounts are not known after all',
    {
      municipalityCodes: `update municipal_report set budget_cents = null
        where period_start >= '2026-01-01' and md5(care_form_code) < '8' and ${SOMEWHERE} returning municipality_code as id`,
    },
  ],
  [
    'reports that are withdrawn',
    {
      municipalityCodes: `delete from municipal_report where period_start > '2025-05-01' and ${SOMEWHERE} returning municipality_code as id`,
    },
  ],
  [
    'the first report of anyone on a form of care',
    {
      municipalityCodes: `insert into municipal_report (municipality_code, region_code, care_form_code, period_start, period_end, budget_cents, realised_cents)
        select code, region_code, (select min(f.code) from care_form f where f.code not in (select care_form_code from municipal_report)),
          '2026-07-01', '2026-10-01', 100000000, 20000000
        from municipality where md5(code) < '1' returning municipality_code as id`,
    },
  ],
  [
    'the last report of anyone on a form of care that is withdrawn',
    {
      municipalityCodes: `delete from municipal_report
        where period_start = '2026-07-01' and care_form_code in (select min(care_form_code) from municipal_report where period_start = '2026-07-01')
        returning municipality_code as id`,
    },
  ],
  [
    'a quarter about which municipalities were not asked after all',
    {
      municipalityCodes: `update delivery d set period_end = d.period_end + 10 from party p
        where p.id = d.party_id and p.${SOMEWHERE} and d.period_start = '2025-07-01' returning p.municipality_code as id`,
    },
  ],
  [
    'a whole region that was not asked after all',
    {
      municipalityCodes: `update delivery d set period_end = d.period_end + 10 from party p
        where p.id = d.party_id and p.kind = 'MUNICIPALITY' and p.region_code = 'JZ01'
          and d.period_end = (d.period_start + interval '3 months')::date
        returning p.municipality_code as id`,
    },
  ],
  [
    'municipalities that joined another region',
    {
      municipalityCodes: `update municipality set region_code = 'JZ02' where md5(code) < '2' and region_code <> 'JZ02' returning code as id`,
    },
  ],
  [
    'other contract values by the word of clients',
    {
      clientCodes: `update contract set annual_value_cents = annual_value_cents * 3 + 1 where ${BY_SOME} returning ${CLIENT}`,
    },
  ],
  [
    'other values of national contracts by the word of the VNG',
    {
      clientCodes: `update contract set annual_value_cents = annual_value_cents * 3 + 1
        where reported_by = 'CLIENT' and client_kind = 'LTA' returning ${CLIENT}`,
    },
  ],
  [
    'a first contract by the word of a municipality alone',
    {
      clientCodes: `insert into contract (provider_id, client_kind, client_municipality_code, region_code, care_form_code, reported_by, reference, starts_on, ends_on, annual_value_cents, type, procurement, funding)
        select p.id, 'MUNICIPALITY', m.code, m.region_code, 'JH1221', 'CLIENT', 'new', '2024-03-01', '2027-02-01', 123456700, 'SERVICE', 'TENDER', 'OUTPUT'
        from provider p cross join (select code, region_code from municipality order by code limit 1) m
        where p.id in (select provider_id from ews_designation) returning client_municipality_code as id`,
    },
  ],
  [
    'contracts that clients took back',
    { providerIds: `delete from contract where ${BY_SOME} returning provider_id as id` },
  ],
  ['contracts that municipalities did not deliver after all', { clientCodes: NO_LONGER_DELIVERED('MUNICIPALITY') }],
  [
    'contracts that regions and the VNG did not deliver after all',
    { clientCodes: NO_LONGER_DELIVERED('REGION', 'VNG') },
  ],
  [
    'a report and contracts of the same municipalities, and figures of providers',
    {
      municipalityCodes: `update municipal_report set budget_cents = budget_cents / 2 where ${SOMEWHERE} returning municipality_code as id`,
      clientCodes: `update contract set ends_on = ends_on + 500 where ${BY_SOME} returning ${CLIENT}`,
      providerIds: `update figure set value = value / 3 where item = 'budget_revenue_youth' and md5(provider_id::text) < '4' returning provider_id as id`,
    },
  ],
];

describe('Refreshing the summaries', () => {
  it.each(DELIVERIES_OF_CLIENTS)(
    'after %s, of those concerned alone gives what refreshing everyone gives',
    async (_, changes) => {
      const { before, alone, everyone } = await refreshedAfter(owner, Object.entries(changes) as Change[]);
      expect(alone).not.toEqual(before);
      expect(alone).toEqual(everyone);
    },
  );

  it.each(['referral', 'tariff', 'tender_calendar_entry'])('never asks for %s, which is in no summary', (table) =>
    takenBack(owner, async (tx) => {
      const before = await fingerprint(tx);
      const gone: [unknown[], number] = await tx.query(`delete from ${table}`);
      expect(gone[1]).toBeGreaterThan(0);
      await refreshSummaries(tx, 'all', NOW);
      expect(await fingerprint(tx)).toEqual(before);
    }),
  );
});
