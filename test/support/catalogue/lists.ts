/**
 * What may be in a database of ours, written by hand: nothing here is taken from the product. Whoever adds an object to the
 * archive that is not here sees the test of the catalogue fail, and has to say why it is safe.
 */

/** Our own bookkeeping, which says nothing of anybody, and the key: tables that no row of the authorization table speaks of. */
export const BESIDE_THE_ARCHIVE: Readonly<Record<string, string>> = {
  'public.migrations': 'which migrations were run: read at the start and by /readyz',
  'public.seeded_world': 'which invented world is in here: the owner alone',
  'ews.proof': 'one row that only SYSTEM sees: the self-test at the start',
  'ews_sec.context_key': 'the key that signs contexts: the owner alone',
  'ews_sec.audit_head': 'where the chain of the audit log has come: the owner alone',
  'ews.rate_limit': 'how much whoever asks too much has asked, by digests: needs no context',
};

/** Counted before anybody knows who is asking: its policies ask for no context. */
export const COUNTED = 'ews.rate_limit';
/** Of these, the tables that policies bind as well. */
export const BOUND_BESIDE_THE_ARCHIVE: readonly string[] = ['ews.proof', COUNTED];

/** Where the values of a delivery land. A correction takes rows away, and keeps them in replaced_row. */
const LANDED = [
  ...['figure', 'personnel_report', 'contract', 'declaration', 'tariff', 'municipal_report', 'referral'],
  ...['tender_calendar_entry', 'provider_care_form'],
] as const;
/** What is made of it, and made again when it changes. */
const SUMMED_UP = [
  ...['provider_quarter', 'finding', 'assessment', 'provider_risk', 'area_risk', 'mismatch', 'mismatch_part'],
  'indicator',
] as const;

/** What the role of the API may do besides reading, and why a policy is not enough to forget about it. */
export const WRITES: Readonly<Record<string, readonly string[]>> = {
  melding: ['INSERT'],
  signaal: ['INSERT'],
  notice: ['INSERT'],
  // Kept up to date as the system, in the transaction of what came in.
  signal: ['DELETE', 'INSERT', 'UPDATE'],
  session: ['DELETE', 'INSERT', 'UPDATE'],
  draaiboek_case: ['INSERT', 'UPDATE'],
  case_party: ['INSERT', 'UPDATE'],
  // Given by the JA in its own name, ended as the system.
  disclosure: ['INSERT', 'UPDATE'],
  // What is not delivered yet is its party's own: to fill in, to change and to take away. Nobody else has a policy here.
  draft_value: ['DELETE', 'INSERT', 'UPDATE'],
  draft_lines: ['DELETE', 'INSERT', 'UPDATE'],
  draft_finding: ['DELETE', 'INSERT', 'UPDATE'],
  draft_remark: ['DELETE', 'INSERT', 'UPDATE'],
  delivery_file: ['DELETE', 'INSERT', 'UPDATE'],
  // What a program of the party was answered, and the address of the calendar of the party: its own as well.
  intake_request: ['DELETE', 'INSERT', 'UPDATE'],
  calendar_feed: ['DELETE', 'INSERT', 'UPDATE'],
  // A step in the life of a delivery, as the system; a correction that was never submitted may be taken away.
  delivery: ['DELETE', 'INSERT', 'UPDATE'],
  // As it was submitted: nobody changes it afterwards, not even the system.
  delivered_value: ['INSERT'],
  delivered_answer: ['INSERT'],
  receipt: ['INSERT'],
  replaced_row: ['INSERT'],
  reminder: ['INSERT'],
  // Where a delivery lands, and what is summed up of it: as the system, in the transaction of the delivery.
  ...Object.fromEntries([...LANDED, ...SUMMED_UP].map((table) => [table, ['DELETE', 'INSERT', 'UPDATE']])),
};

/** Every function of ours that runs with the rights of its owner. */
export const DEFINERS: Readonly<Record<string, { why: string; path: string | null }>> = {
  'ews.context()': { why: 'reads the key, to check who is asking', path: null },
  'ews.append_audit_entry(text,text,text,text,text,text,text)': {
    why: 'the only way into the audit log, in the name of who is asking',
    path: 'search_path=pg_catalog, pg_temp',
  },
  'ews.audit_head()': {
    why: 'tells the last hash, and nothing else of the log',
    path: 'search_path=pg_catalog, pg_temp',
  },
  'ews.note_readings(uuid[],text,text,text[],text[],text,text,text,uuid)': {
    why: 'the only way into the log of readings, in the name of who is asking',
    path: 'search_path=pg_catalog, pg_temp',
  },
  'ews.seal_readings()': { why: 'binds the readings so far to the audit log', path: 'search_path=pg_catalog, pg_temp' },
  'ews.peer_counts(uuid,boolean)': {
    why: 'counts the rows of others, ten or more at a time',
    path: 'search_path=pg_catalog, public, pg_temp',
  },
};

/** Every function of ours that runs with the rights of who calls it. */
export const INVOKERS = [
  'ews.disclosed_municipalities(uuid,text,timestamp with time zone)',
  'ews.disclosed_providers(uuid,text,timestamp with time zone)',
  'ews.disclosed_regions(uuid,text,timestamp with time zone)',
  'ews.is_one_of(text[])',
  'ews.moment()',
  'ews.open_cases(uuid,text[])',
  'ews.own_text(text,text[])',
  'ews.own_uuid(text,text[])',
  'ews.providers_in_case(uuid,text[])',
] as const;

/** Of those that run as their owner, or when a row is written: nobody else may call these. */
export const INSIDE = [
  'ews_sec.append(audit_entry)',
  'ews_sec.moment(timestamp with time zone)',
  'ews_sec.note_closing()',
  'ews_sec.refuse_other_disclosure()',
  'ews_sec.spell(text[])',
] as const;

/** Added to by functions of the owner alone, who is asked for by name. */
export const APPENDED: readonly string[] = ['audit_entry', 'reading'];

/** Triggers of our own, besides those by which Postgres checks references: one that refuses, and changes nothing. */
export const TRIGGERS: readonly string[] = [
  // A session of before does not come back when the account is opened again.
  'account_closing_is_noted',
  // Whoever may end a disclosure may not lengthen or alter it: what was told in its notice is what was shared.
  'disclosure_is_only_ended_early',
  // Nor may anybody make one that looks as if it was ended.
  'disclosure_is_not_ended_when_it_is_made',
];

/** Sequences: the role of the API may touch none. */
export const SEQUENCES: readonly string[] = ['public.migrations_id_seq', 'public.reading_number_seq'];

/** The system sees every row: it is told nothing by a key or a reference that it does not know. */
const AS_SYSTEM = (keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, 'written as the system only']));

/**
 * A unique key tells whoever writes that a value is taken. So on each table that the role of the API may write to, each
 * unique key holds a column by which the writer's rows are its own, or cannot be guessed.
 */
export const UNIQUE_ON_WRITTEN: Readonly<Record<string, string>> = {
  'melding (id)': 'random, or made of what nobody in particular says, who is answered alike either way',
  'melding (reporter_party_id, client_key)': 'holds the reporter; without one, no two are alike',
  'signaal (id)': 'random: whoever can name it has seen it',
  'signal (id)': 'random, and written as the system only',
  'signal (provider_id, quarter, kind, about)': 'written as the system only, who sees every signal',
  'session (cookie_hash)': 'of a random value, and written as the system only',
  'notice (id)': 'made of what it says, and only the JA tells, who sees every notice',
  'notice (id, concerned_party_id, available_at)': 'the same id',
  'disclosure (id)': 'made of what it says, and only the JA shares, who sees every disclosure',
  'disclosure (notice_id)': 'the same',
  'draaiboek_case (id)': 'random, and written as the system only',
  'draaiboek_case (id, provider_id, lead_region_code)': 'the same id',
  'draaiboek_case (provider_id)': 'only the JA opens, who sees every case',
  'case_party (id)': 'random, and written as the system only',
  'case_party (case_id, party_id, role)': 'written as the system only, for the JA who sees every case',
  // A delivery has a random id. Who fills in one of another party is refused alike, whatever stands there: by the reference,
  // which wants the own party, unless a value of the same place stands in it; and nobody can name that delivery.
  'draft_value (delivery_id, section, row, field)':
    'holds the delivery, whose id is random and told to its party and the JA',
  'draft_lines (delivery_id, section, block)': 'the same',
  'draft_remark (delivery_id)': 'the same',
  'draft_finding (id)': 'made of the delivery and of what is found',
  'delivery_file (id)': 'random',
  'intake_request (party_id, key)': 'holds the party, and the policy wants the own one',
  'calendar_feed (party_id, opened_by)': 'holds the party, and the policy wants the own one',
  'calendar_feed (token_hash)': 'of a random value',
  ...AS_SYSTEM([
    ...['delivery (id)', 'delivery (id, party_id)'],
    'delivery (party_id, uitvraag_key, period_start, period_end, version)',
    'delivered_answer (delivery_id, position)',
    ...['delivered_value (delivery_id, section, row, field)', 'receipt (delivery_id)', 'receipt (reference)'],
    ...['reminder (delivery_id, kind, sent_on)', 'replaced_row (id)'],
    ...LANDED.map((table) =>
      table === 'provider_care_form' ? `${table} (provider_id, care_form_code)` : `${table} (id)`,
    ),
    ...[
      'figure (provider_id, item, period_start, period_end, delivery_id)',
      'figure (provider_id, item, period_start, period_end)',
    ],
    ...['finding (id)', 'assessment (id)', 'assessment (provider_id, quarter, model_version)', 'mismatch (id)'],
    ...['provider_quarter (provider_id, quarter)', 'provider_risk (provider_id)', 'area_risk (area_code, quarter)'],
    ...['mismatch_part (mismatch_id, provider_id)', 'indicator (id)', 'indicator (provider_id, quarter, code)'],
  ]),
};

/**
 * A reference tells whoever writes that a row exists, also one it may not see. So on each of those tables each reference
 * leads to what the writer may read anyway, or to itself.
 */
export const REFERENCES_FROM_WRITTEN: Readonly<Record<string, string>> = {
  'melding (reporter_party_id) to party': 'the policy wants the own party here, or none',
  'melding (provider_id) to provider':
    'who reports reads the register; who has not signed in names none, and its ids are random',
  'melding (municipality_code) to municipality': 'public',
  'melding (region_code) to region': 'public',
  'melding (care_form_code) to care_form': 'public',
  'signaal (sender_party_id) to party': 'the policy wants the own party here',
  'signaal (municipality_code) to municipality': 'public',
  'signaal (region_code) to region': 'public',
  'signaal (provider_id) to provider': 'only the JA sends, who reads all',
  'signal (provider_id) to provider': 'written as the system only',
  'session (account_id) to account': 'written as the system only',
  'notice (sender_party_id) to party': 'the policy wants the own party here',
  'notice (concerned_party_id) to party': 'only the JA tells, who reads all',
  ...Object.fromEntries(
    [
      'recipient_party_id',
      'decider_party_id',
      'concerned_party_id, provider_id',
      'concerned_party_id, municipality_code',
      'concerned_party_id, region_code',
      'concerned_party_id, concerned_kind',
    ].map((columns) => [`disclosure (${columns}) to party`, 'only the JA shares, who reads all']),
  ),
  'disclosure (provider_id) to provider': 'only the JA shares, who reads all',
  'disclosure (municipality_code) to municipality': 'public',
  'disclosure (region_code) to region': 'public',
  'disclosure (notice_id, concerned_party_id, noticed_at) to notice': 'only the JA shares, who reads all',
  'draaiboek_case (provider_id) to provider': 'written as the system only',
  'draaiboek_case (lead_region_code) to region': 'public',
  'case_party (party_id) to party': 'written as the system only',
  'case_party (case_id, provider_id, lead_region_code) to draaiboek_case': 'written as the system only',
  ...Object.fromEntries(
    ['draft_value', 'draft_lines', 'draft_finding', 'draft_remark', 'delivery_file'].map((table) => [
      `${table} (delivery_id, party_id) to delivery`,
      'the policy wants the own party here, so that it leads to an own delivery or nowhere: another id and a random one alike',
    ]),
  ),
  'intake_request (party_id) to party': 'the policy wants the own party here',
  'calendar_feed (party_id) to party': 'the policy wants the own party here',
  ...AS_SYSTEM([
    ...['delivery (party_id) to party', 'delivery (provider_id) to provider'],
    'delivery (uitvraag_key, uitvraag_version) to uitvraag',
    ...['delivered_answer', 'delivered_value', 'receipt', 'reminder', 'replaced_row'].map(
      (table) => `${table} (delivery_id, party_id) to delivery`,
    ),
    'replaced_row (replaced_by_id) to delivery',
    ...LANDED.map((table) => `${table} (delivery_id) to delivery`),
    'provider_care_form (care_form_code) to care_form',
    ...['figure', 'personnel_report', 'contract', 'declaration', 'tariff', 'provider_care_form'].map(
      (table) => `${table} (provider_id) to provider`,
    ),
    ...['contract', 'declaration', 'tariff', 'municipal_report', 'referral', 'tender_calendar_entry'].flatMap(
      (table) => [`${table} (care_form_code) to care_form`, `${table} (region_code) to region`],
    ),
    ...['contract', 'tariff'].flatMap((table) => [
      `${table} (client_municipality_code) to municipality`,
      `${table} (client_region_code) to region`,
    ]),
    ...['declaration', 'municipal_report', 'referral'].map((table) => `${table} (municipality_code) to municipality`),
    ...['provider_quarter', 'finding', 'assessment', 'provider_risk', 'mismatch', 'mismatch_part', 'indicator'].map(
      (table) => `${table} (provider_id) to provider`,
    ),
    ...['provider_risk (assessment_id) to assessment', 'provider_risk (seat_region_code) to region'],
    ...['mismatch (care_form_code) to care_form', 'mismatch (municipality_code) to municipality'],
    'mismatch (region_code) to region',
  ]),
};

/**
 * Kinds of object there may be, by the system catalogue that lists them. Anything else - a rule, an operator, a cast, an
 * extension, a foreign server, a publication, an event trigger, default privileges - is new, and has to be thought about.
 */
export const KINDS_OF_OBJECT = [
  'pg_attrdef',
  'pg_class',
  'pg_constraint',
  'pg_namespace',
  'pg_policy',
  'pg_proc',
  'pg_trigger',
  'pg_type',
];

/** r: table, i: index, S: sequence, t: overflow of a table; one table goes with a crash. No view, materialized view, foreign table or partition yet. */
export const KINDS_OF_RELATION = [
  'S',
  'i',
  'i that goes with a crash',
  'r',
  'r that goes with a crash',
  't',
  't that goes with a crash',
];

/** What the server asks in nobody's name. */
export const SAYS_NOTHING: Readonly<Record<string, string>> = {
  'select 1': '/readyz: does the database answer',
  'select name from migrations': '/readyz: is the archive up to date',
  'select count(*)::int as rows from ews.proof': 'the self-test at the start: nothing may be seen',
  'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user':
    'the self-test at the start: who are we',
  'select version()': 'TypeORM, when it connects',
  'select * from current_schema()': 'TypeORM, when it connects',
};
