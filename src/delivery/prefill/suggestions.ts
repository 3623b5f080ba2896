/** What a draft can begin with: what was already delivered for another uitvraag, what stands, and what was delivered before. */
import type { EntityManager } from 'typeorm';
import { figurePeriod } from '../../domain/intake/figure-period';
import type { Section } from '../../domain/intake/form';
import type { ValueOrigin } from '../../domain/vocabulary';
import type { Filling } from '../draft/filling';
import { STANDING } from './standing-lists';

/** A value that may be taken over. */
export interface Suggestion {
  readonly section: string;
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly origin: ValueOrigin;
}

/** What can be taken over of every section of the form. The transaction acts as the party, which reads its own. */
export async function readSuggestions(tx: EntityManager, filling: Filling): Promise<Suggestion[]> {
  const suggestions: Suggestion[] = [];
  for (const section of filling.form.sections) {
    if (section.isBulk) continue;
    suggestions.push(
      ...(await (section.kind === 'LIST' ? ofList(tx, filling, section) : ofItems(tx, filling, section))),
    );
  }
  return suggestions;
}

async function ofList(tx: EntityManager, filling: Filling, section: Section): Promise<Suggestion[]> {
  const standing = STANDING[section.code];
  const rows: Record<string, string | null>[] = standing
    ? await tx.query(standing.sql, [...standing.about(filling)])
    : await deliveredBefore(tx, filling, section);
  const seen = new Set<string>();
  const unique = rows.filter((row) => {
    const key = JSON.stringify(section.key.map((field) => row[field]));
    return !seen.has(key) && seen.add(key);
  });
  return unique.flatMap((row, at) => valuesOf(section, row, at + 1));
}

function valuesOf({ code, fields }: Section, row: Readonly<Record<string, string | null>>, at: number): Suggestion[] {
  return fields.flatMap((field) => {
    const value = row[field.code] ?? null;
    return value === null ? [] : [{ section: code, row: at, field: field.code, value, origin: 'PREVIOUS' as const }];
  });
}

/** The rows of the list as the party submitted them last, for another period: of what changes every time only the names. */
async function deliveredBefore(
  tx: EntityManager,
  { delivery }: Filling,
  { code, key, fields, mayStayAsItWas }: Section,
): Promise<Record<string, string>[]> {
  const rows: { content: Record<string, string> }[] = await tx.query(
    `select jsonb_object_agg(v.field, v.value) as content
     from delivered_value v
     where v.section = $2 and v.field = any ($3) and v.delivery_id = (
       select id from delivery
       where party_id = $1 and uitvraag_key = $4 and period_end <= $5 and submitted_at is not null
       order by period_end desc, version desc limit 1
     )
     group by v."row" order by v."row"`,
    [
      delivery.partyId,
      code,
      mayStayAsItWas ? fields.map((field) => field.code) : key,
      delivery.uitvraagKey,
      delivery.periodStart,
    ],
  );
  return rows.map(({ content }) => content);
}

/** Figures that the party delivered for another uitvraag and the same period: asked once (covenant Bijlage 3). */
async function ofItems(tx: EntityManager, { delivery, form, party }: Filling, section: Section): Promise<Suggestion[]> {
  if (section.code === 'identity') return identity(tx, party.providerId, section);
  const asked = section.fields.flatMap((field) => {
    if (!field.figureItem) return [];
    const { start, end } = figurePeriod(field, form);
    return [{ field: field.code, item: field.figureItem, start, end }];
  });
  if (asked.length === 0) return [];
  const known: { field: string; value: string }[] = await tx.query(
    `select n.field, trim_scale(f.value)::text as value
     from jsonb_to_recordset($2) as n (field text, item text, "start" date, "end" date)
     join figure f on f.provider_id = $1 and f.item = n.item and f.period_start = n."start" and f.period_end = n."end"
     join delivery d on d.id = f.delivery_id
     where f.is_current and d.uitvraag_key <> $3`,
    [delivery.providerId, JSON.stringify(asked), delivery.uitvraagKey],
  );
  // In the order of the form: Postgres promises none.
  return asked.flatMap(({ field }) =>
    known
      .filter((one) => one.field === field)
      .map(({ value }) => ({ section: section.code, row: 0, field, value, origin: 'OTHER_UITVRAAG' as const })),
  );
}

/** Who the provider is, as the register has it (8g b1). */
async function identity(tx: EntityManager, providerId: string | null, section: Section): Promise<Suggestion[]> {
  const [provider]: { said: string }[] = await tx.query(
    `select concat_ws(', ', name, 'KvK ' || kvk_number, 'AGB ' || agb_code) as said from provider where id = $1`,
    [providerId],
  );
  const isAsked = section.fields.some(({ code }) => code === 'b1');
  return provider && isAsked
    ? [{ section: section.code, row: 0, field: 'b1', value: provider.said, origin: 'PREVIOUS' }]
    : [];
}
