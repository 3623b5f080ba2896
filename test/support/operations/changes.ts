/** Random changes of the world to rows that somebody may not see: made by the owner, behind everybody's back. */
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { Sight } from '../oracle/sight';
import type { Row } from '../oracle/world';

/** What a change of a row of a type changes: something that the API shows, and that no constraint minds. */
const SET: Readonly<Record<string, string>> = {
  Contract: "annual_value_cents = annual_value_cents + 1, reference = reference || 'x', starts_on = starts_on - 1",
  Declaration: 'amount_cents = amount_cents + 1, volume = volume + 1',
  Tariff: "amount_cents = amount_cents + 1, product_code = product_code || 'x'",
  Referral: 'referrals = referrals + 1, waiting_days = coalesce(waiting_days, 0) + 1',
  MunicipalReport: 'budget_cents = coalesce(budget_cents, 0) + 1, clients = coalesce(clients, 0) + 1',
  PersonnelReport: 'vacancies = coalesce(vacancies, 0) + 1',
  Figure: 'value = value + 1',
  ProviderQuarter: 'revenue_cents = coalesce(revenue_cents, 0) + 1, equity_cents = -1',
  Finding: "says_nl = says_nl || 'x', code = 'x'",
  Reading: "kinds = kinds || '{signal}'::text[], at = at + interval '1 hour'",
  Signal: "says_nl = says_nl || 'x', urgency = urgency + 1, seen_at = now()",
  Signaal: "supply = 'EXISTING_SHORTAGE', dated = coalesce(dated, '2026-01-01') + 1",
  // Nothing else of it may change.
  Disclosure: "valid_to = valid_to - interval '1 second', ended_at = valid_to",
  Notice: "says_nl = says_nl || 'x'",
  DraaiboekCase: "opened_at = opened_at - interval '1 day'",
  CaseParty: "since = since - interval '1 day'",
  Melding:
    "explanation = explanation || 'x', received_at = received_at + interval '1 day', reason = 'BOARD_CHANGE', moment = null",
  MeldingHandling: "notes = coalesce(notes, '') || 'x'",
  TredeDecision: "reason = reason || 'x', decided_on = decided_on + 1",
  Mismatch: 'actual = coalesce(actual, 0) + 1, covered = covered + 1',
  MismatchPart: 'actual = coalesce(actual, 0) + 1, covered = covered + 1',
  EwsDesignation: 'is_crucial = not is_crucial',
  Assessment: "points = coalesce(points, 0) + 1, score = '[]'",
  Indicator: "value = coalesce(value, 0) + 1, crossed = coalesce(crossed, 'solvencyWorrying'), missing = 'x'",
  ProviderRisk: 'urgency = urgency + 1',
  AreaRisk: 'high = high + 1',
  DraftValue: "version = version + 1, origin = 'FILE'",
  DraftFinding: "message_nl = message_nl || 'x', severity = 'INFO'",
  DraftRemark: "remark = remark || 'x'",
  DraftLines: "lines = lines || 'x'::text, count = count + 1",
  DeliveredValue: "value = value || '1'",
  DeliveredAnswer: "explanation = explanation || 'x', value = '9'",
  Receipt: "received_at = received_at - interval '1 day', signature = 'x'",
  Reminder: "kind = 'ESCALATED'",
  Delivery: "correction_reason = coalesce(correction_reason, '') || 'x', due_on = due_on - 400",
};

/** Columns that a copy of a row has to have for itself. */
const FRESH: Readonly<Record<string, string>> = {
  id: 'gen_random_uuid()',
  client_key: 'gen_random_uuid()::text',
  number: "nextval('reading_number_seq')",
};

export interface Change {
  readonly type: string;
  readonly how: 'ADD' | 'CHANGE' | 'REMOVE';
  /** Which of the hidden rows. */
  readonly number: number;
}

export const changes: fc.Arbitrary<Change> = fc.record({
  type: fc.constantFrom(...Object.keys(SET)),
  how: fc.constantFrom<Change['how'][]>('ADD', 'CHANGE', 'CHANGE', 'REMOVE'),
  number: fc.nat({ max: 10_000 }),
});

/** Another row refers to it, or it is there already: then nothing changes. */
const REFUSED = ['23503', '23505', '23514'];

/** Makes a change to a row that is hidden from a viewer. Returns how many rows it changed: none when none is hidden. */
export async function makeHiddenChange(owner: DataSource, see: Sight, { type, how, number }: Change): Promise<number> {
  const hidden = see.world.all(type).filter((row) => !see.sees(type, row));
  const row = hidden[number % hidden.length];
  if (!row) return 0;
  const { tableName: table, columns, primaryColumns } = owner.getMetadata(type);
  const where = primaryColumns.map(({ databaseName }, at) => `"${databaseName}" = $${at + 1}`).join(' and ');
  const key = primaryColumns.map(({ propertyName }) => (row as Row)[propertyName]);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`);
  const copied = columns.map(({ databaseName }) => FRESH[databaseName] ?? `"${databaseName}"`);
  const statements: Readonly<Record<Change['how'], string>> = {
    ADD: `insert into ${table} (${names}) overriding system value select ${copied} from ${table} where ${where} returning 1`,
    CHANGE: `update ${table} set ${SET[type]} where ${where} returning 1`,
    REMOVE: `delete from ${table} where ${where} returning 1`,
  };
  try {
    const changed: unknown = await owner.query(statements[how], key);
    return JSON.stringify(changed).includes('1') ? 1 : 0;
  } catch (error) {
    if (REFUSED.includes(String((error as { code?: string }).code))) return 0;
    throw error;
  }
}
