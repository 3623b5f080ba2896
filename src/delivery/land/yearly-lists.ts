/**
 * Lists of what runs: contracts, tariffs, tenders. A list tells of its period, and of what comes after it until a list of a later
 * period does. So what the same party told before and tells no more ends where the period begins; what it tells again is told
 * anew, and what a renewal follows stays until then. Whatever a list changes stays as it was in replaced_row.
 */
import type { Landing } from './landing';
import { STANDS } from './stands';

interface YearlyList {
  readonly table: 'contract' | 'tariff' | 'tender_calendar_entry';
  /** That an older row "o" and a newer row "n" of the same party are about the same. */
  readonly same: string;
  readonly first: string;
  /** The day after the last one; null when no end was told. */
  readonly end: string;
  /** That a list that was told would name the older row if it still held. */
  readonly runs: string;
  /** Whether it can have ended earlier than was told. */
  readonly canEnd: boolean;
}

const CONTRACT: YearlyList = {
  table: 'contract',
  same: `n.provider_id = o.provider_id and n.reference = o.reference and n.care_form_code = o.care_form_code
      and coalesce(n.client_municipality_code, n.client_region_code, 'LTA')
        = coalesce(o.client_municipality_code, o.client_region_code, 'LTA')`,
  first: 'starts_on',
  end: 'ends_on',
  runs: 'o.starts_on < told.period_end and o.ends_on > told.period_start',
  canEnd: true,
};

/** By the code of the section. */
const LISTS: Readonly<Record<string, YearlyList>> = {
  providerContracts: CONTRACT,
  clientContracts: CONTRACT,
  tariffs: {
    table: 'tariff',
    same: 'n.provider_id = o.provider_id and n.product_code = o.product_code and n.care_form_code = o.care_form_code',
    first: 'valid_from',
    end: 'valid_to',
    runs: 'o.valid_from < told.period_end and coalesce(o.valid_to > told.period_start, true)',
    canEnd: true,
  },
  tenders: {
    table: 'tender_calendar_entry',
    same: 'n.care_form_code = o.care_form_code and n.subject = o.subject',
    first: 'opens_on',
    end: 'starts_on',
    // A calendar looks ahead: it names every tender whose contracts have not begun, however far away.
    runs: 'o.starts_on > told.period_start',
    canEnd: false,
  },
};

/**
 * What is told anew follows what was told before, from the day on which it begins, also when that is in an earlier year. Where the
 * older row ends on that day already, there is nothing left to do.
 * Parameter: $1 the delivery in which the list was told.
 */
const replaceOlder = ({ table, same, first, end, runs, canEnd }: YearlyList) => `
  with older as (
    select o.id, case when ${canEnd} then coalesce(min(n.${first}), told.period_start) end as until
    from ${table} o
    join delivery d on d.id = o.delivery_id
    join delivery told on told.id = $1 and told.party_id = d.party_id and told.period_start >= d.period_start and told.id <> d.id
    left join ${table} n on n.delivery_id = told.id and ${same} and n.${first} ${canEnd ? '<=' : '<'} coalesce(o.${end}, 'infinity')
      and o.${first} < coalesce(n.${end}, 'infinity')
    group by o.id, told.id
    having coalesce(min(n.${first}) < coalesce(o.${end}, 'infinity'), ${runs})
  ), kept as (
    insert into replaced_row (delivery_id, party_id, replaced_by_id, kind, content)
    select o.delivery_id, d.party_id, $1, '${table}', to_jsonb(o)
    from older join ${table} o using (id) join delivery d on d.id = o.delivery_id
  ), ended as (
    update ${table} o set ${end} = until from older where older.id = o.id and o.${first} < until
  ), gone as (
    delete from ${table} o using older where older.id = o.id and coalesce(o.${first} >= until, true)
  )
  select distinct to_jsonb(o) ->> 'provider_id' as id from older join ${table} o using (id)`;

/**
 * Makes the lists of the party hold one after the other, by their periods: a list that comes late changes nothing of what was told
 * later. Where they did already, nothing happens.
 * @returns the providers of whom something changed
 */
export async function settleList({ tx, delivery }: Landing, section: string): Promise<string[]> {
  const list = LISTS[section];
  if (!list) return [];
  const lists: { id: string }[] = await tx.query(
    `select d.id from delivery d
     where d.party_id = $1 and ${STANDS} and (
       exists (select from ${list.table} r where r.delivery_id = d.id)
       or exists (select from replaced_row r where r.delivery_id = d.id and r.kind = '${list.table}')
     )
     order by d.period_start, d.submitted_at, d.id`,
    [delivery.partyId],
  );
  const about: string[] = [];
  for (const { id } of lists) about.push(...idsOf(await tx.query(replaceOlder(list), [id])));
  return about;
}

/**
 * Brings back what a version of a list had replaced, as far as those who told it still stand by it. The next version of the list
 * replaces it again, or does not.
 * @returns the providers of whom something changed
 */
export async function restoreLists({ tx, form, previousId }: Landing): Promise<string[]> {
  if (previousId === null) return [];
  const about: string[] = [];
  for (const list of new Set(form.sections.flatMap(({ code }) => LISTS[code] ?? []))) {
    const rows = await tx.query(
      `with back as (
         insert into ${list.table}
         select distinct on (r.content ->> 'id') (jsonb_populate_record(null::${list.table}, r.content)).*
         from replaced_row r join delivery d on d.id = r.delivery_id
         where r.replaced_by_id = $1 and r.kind = '${list.table}' and ${STANDS}
         order by r.content ->> 'id', r.content ->> '${list.end}' desc nulls first
         on conflict (id) do update set ${list.end} = excluded.${list.end}
         returning *
       )
       select distinct to_jsonb(back) ->> 'provider_id' as id from back`,
      [previousId],
    );
    about.push(...idsOf(rows));
  }
  return about;
}

const idsOf = (rows: readonly { readonly id: string | null }[]) => rows.flatMap(({ id }) => id ?? []);
