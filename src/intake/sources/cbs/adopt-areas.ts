import type { EntityManager } from 'typeorm';
import { Municipality, Party, RegionMembership } from '../../../../entities';
import { refreshSummaries } from '../../../actions/refresh-summaries';
import { appendAuditEntry } from '../../../database/logs';
import { dutchDay } from '../../../domain/dutch-day';
import { Conflict } from '../../../errors';
import type { AreaChanges, Present, PresentMunicipality } from './areas';

export async function presentIn(tx: EntityManager): Promise<Present> {
  const municipalities: PresentMunicipality[] = await tx.query(
    `select m.code, m.name, m.province_code as "provinceCode", m.region_code as "regionCode", m.valid_to::text as "validTo",
       r.valid_from::text as "memberFrom"
     from municipality m left join region_membership r on r.municipality_code = m.code and r.valid_to is null
     order by m.code`,
  );
  const codesOf = async (table: 'region' | 'province'): Promise<ReadonlySet<string>> => {
    const rows: { code: string }[] = await tx.query(`select code from ${table}`);
    return new Set(rows.map(({ code }) => code));
  };
  return {
    municipalities,
    regions: await codesOf('region'),
    provinces: await codesOf('province'),
  };
}

export const isNothing = ({ ended, added, moved, renamed }: AreaChanges): boolean =>
  ended.length + added.length + moved.length + renamed.length === 0;

/**
 * Writes a new list of municipalities down. Nothing that anybody reported is touched: it stays with the municipality that
 * reported it. Throws Conflict before the day on which it holds, for the archive says what belongs where now.
 * @param digest of the files, for the audit log
 */
export async function adoptAreas(tx: EntityManager, changes: AreaChanges, digest: string, now: Date): Promise<void> {
  const { ended, added, moved, renamed } = changes;
  const today = dutchDay(now);
  if ([...ended, ...added, ...moved].some(({ on }) => on > today)) throw TOO_EARLY;
  for (const { row, on } of added) await add(tx, row, on);
  await inherit(tx, ended);
  for (const { code, on } of ended) {
    await tx.update(Municipality, { code }, { validTo: on });
    await endMembership(tx, code, on);
  }
  for (const { code, to, on } of moved) {
    await endMembership(tx, code, on);
    await tx.insert(RegionMembership, { municipalityCode: code, validFrom: on, regionCode: to });
    await tx.update(Municipality, { code }, { regionCode: to });
    await tx.update(Party, { municipalityCode: code }, { regionCode: to });
  }
  for (const { code, to, provinceCode } of renamed) {
    await tx.update(Municipality, { code }, { name: to, provinceCode });
    await tx.update(Party, { municipalityCode: code }, { name: nameOfParty(to) });
  }
  if (ended.length + added.length + moved.length > 0) await refreshSummaries(tx, 'all', now);
  await appendAuditEntry(
    tx,
    { action: 'municipalities adopted', objectKind: 'municipality', objectId: digest, result: 'OK' },
    { subject: 'system', origin: 'system', traceId: null },
  );
}

const nameOfParty = (name: string) => `Gemeente ${name}`;

async function add(tx: EntityManager, row: AreaChanges['added'][number]['row'], on: string): Promise<void> {
  const { gemeente_code: code, gemeente_naam: name, jeugdregio_code: regionCode } = row;
  await tx.insert(Municipality, {
    ...{ code, name, provinceCode: row.provincie_code, regionCode, validFrom: on },
    longitude: row.lon || null,
    latitude: row.lat || null,
  });
  await tx.insert(RegionMembership, { municipalityCode: code, validFrom: on, regionCode });
  await tx.insert(Party, {
    ...{
      key: `municipality:${code}`,
      kind: 'MUNICIPALITY',
      name: nameOfParty(name),
      municipalityCode: code,
      regionCode,
    },
  });
}

/** Who merges whole brings its inhabitants along; how many go where in a split is not known. */
async function inherit(tx: EntityManager, ended: AreaChanges['ended']): Promise<void> {
  for (const { code, into } of ended) {
    if (into.length > 1) continue;
    await tx.query(
      `update municipality m
       set inhabitants = coalesce(m.inhabitants, 0) + o.inhabitants, youth_estimate = coalesce(m.youth_estimate, 0) + o.youth_estimate
       from municipality o where o.code = $1 and m.code = $2 and o.inhabitants is not null and o.youth_estimate is not null`,
      [code, into[0]],
    );
  }
}

const endMembership = (tx: EntityManager, code: string, on: string) =>
  tx.query('update region_membership set valid_to = $2 where municipality_code = $1 and valid_to is null', [code, on]);

const TOO_EARLY = new Conflict({
  en: 'This does not hold yet: adopt it on the day that it begins. Checking it beforehand is what the command does without --adopt.',
  nl: 'Dit geldt nog niet: neem het over op de dag dat het ingaat. Vooraf controleren is wat de opdracht zonder --adopt doet.',
});
