/**
 * Who may see what: one table. A row per kind of information, a column per kind of party, a cell per scope. The shield
 * tree, the planner's predicates, the row-level security in Postgres, the viewer's capabilities and
 * docs/authorization.md are all made from it. Leave out a cell and it does not compile.
 */
import type { PartyFunction } from '../domain/vocabulary';
import type { Viewer } from './viewer';

/** all: every row. own: delivered or reported by, or about, my party. area: my municipality, or my region's municipalities.
 *  client: I am the contracting client. lta: a national framework contract. case: an open draaiboek case I take part in.
 *  granted: a running disclosure to me covers it. received: it is a running disclosure to me. presented: the plan of an open
 *  case was presented to me. escalated: trede 4 or higher, of a case as long as it is open. none: nothing. Scopes in one cell are a union. */
export type Scope =
  | 'all'
  | 'own'
  | 'area'
  | 'client'
  | 'lta'
  | 'case'
  | 'granted'
  | 'received'
  | 'presented'
  | 'escalated'
  | 'none';

/** The columns. The JA has three: those who work with information, its auditor, and its administrator. */
export const COLUMNS = [
  'PROVIDER',
  'MUNICIPALITY',
  'REGION',
  'VNG',
  'INSPECTION',
  'SUPERVISOR',
  'MINISTRY',
  'DATA_SUPPLIER',
  'RESEARCHER',
  'ANONYMOUS',
  'JA_ADMINISTRATOR',
  'JA_AUDITOR',
  'JA',
  'SYSTEM',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row: its name for people, where the rule comes from, and a cell per column. */
export interface Row {
  readonly says: string;
  readonly basis: string;
  readonly cells: Readonly<Record<Column, readonly Scope[]>>;
}

/** The cells of a row, in the order of COLUMNS: several scopes in one cell are written with a plus. */
type Cell = Scope | `${Scope}+${Scope}`;
type CellPer<T extends readonly unknown[]> = { [K in keyof T]: Cell };
type Cells = CellPer<typeof COLUMNS>;

function row(says: string, basis: string, ...cells: Cells): Row {
  const scopes = COLUMNS.map((column, at) => [column, (cells[at] as Cell).split('+') as Scope[]] as const);
  return { says, basis, cells: Object.fromEntries(scopes) as unknown as Row['cells'] };
}

// biome-ignore format: it is a table, and is read as one
export const TABLE = {
  //                                                                                     PROVIDER  MUNICIP.  REGION         VNG    INSPECTION SUPERVISOR MINISTRY   SUPPLIER RESEARCH ANONYM. JA_ADMIN JA_AUDIT JA     SYSTEM
  reference:                row('reference data, care forms, uitvraag definitions', 'public', 'all',    'all',    'all',         'all', 'all',     'all',     'all',     'all',   'all',   'all',  'all',   'all',   'all', 'all'),
  providerRegister:         row('provider register: name, KvK, AGB, kind, seat, forms offered', 'public register', 'all', 'all', 'all', 'all', 'all',  'all',     'all',     'all',   'none',  'none', 'none',  'none',  'all', 'all'),
  party:                    row('parties: who takes part, by name and kind', 'public register; who I am', 'all', 'all', 'all', 'all', 'all',         'all',     'all',     'all',   'own',   'none', 'own',   'own',   'all', 'all'),
  ewsDesignation:           row('EWS designation, accounthoudende region', 'covenant 3.1.2, 3.2.1', 'own', 'area', 'area',       'all', 'granted', 'granted', 'granted', 'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  delivery:                 row('delivery: what was asked for and delivered, status and dates', 'covenant 3.1.2', 'own', 'own', 'own', 'own', 'none', 'none',   'none',    'own',   'none',  'none', 'none',  'none',  'all', 'all'),
  draft:                    row('draft: what is being filled in, its file and findings', 'covenant 3.1.2: delivered when submitted', 'own', 'own', 'own', 'own', 'none', 'none', 'none', 'own', 'none', 'none', 'none', 'none', 'none', 'all'),
  delivered:                row('delivered: the values as submitted, and the receipt', 'covenant 3.1.2', 'own', 'own', 'own', 'own', 'none',   'none',    'none',    'own',   'none',  'none', 'none',  'none',  'all', 'all'),
  figures:                  row('figures: begroting, finances, outlook, liquidity, open invoices, personnel, waiting lists, flow', '8g, 8h, draaiboek 2.1', 'own', 'none', 'case', 'none', 'granted', 'granted', 'granted', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  contracts:                row('contracts', 'Bijlage 4',                                    'own',    'client', 'client+area', 'lta', 'granted', 'granted', 'granted', 'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  declarations:             row('declarations', 'Bijlage 4',                                 'own',    'client', 'client+area', 'lta', 'granted', 'granted', 'granted', 'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  tariffs:                  row('tariffs', 'Bijlage 4',                                      'own',    'client', 'client+area', 'lta', 'none',    'none',    'none',    'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  municipalFigures:         row('referrals; municipal quarterly reports', 'Bijlage 4',       'none',   'own',    'area',        'none', 'none',   'granted', 'granted', 'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  tenderCalendar:           row('tender calendar', 'public by nature',                       'all',    'all',    'all',         'all', 'all',     'all',     'all',     'all',   'none',  'none', 'none',  'none',  'all', 'all'),
  melding:                  row('melding (any field, count, existence)', 'covenant 3.1.2',   'own',    'own',    'own',         'own', 'own',     'own',     'own',     'own',   'none',  'none', 'none',  'none',  'all', 'all'),
  meldingReceipt:           row('receipt of a melding, for whoever has not signed in', 'covenant 3.1.2: other reporter', 'none', 'none', 'none', 'none', 'none', 'none',  'none',    'none',    'none',  'all',  'none',  'none',  'none', 'all'),
  meldingHandling:          row("melding: the JA's handling, notes, links", 'covenant 3.1.2', 'none',  'none',   'none',        'none', 'none',   'none',    'none',    'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  assessment:               row('assessment: indicators, computed trede, scorecard, peer position', 'covenant 3.1.1', 'own', 'none', 'case', 'none', 'granted', 'granted', 'granted', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  signal:                   row('signals: what changed and deserves a look', 'covenant 3.1.1',      'none',   'none',   'none',        'none', 'none',   'none',    'none',    'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  signaal:                  row('signaal: a risk in the own area, five items without figures', '8h', 'none', 'own',    'area',        'none', 'granted', 'granted', 'granted', 'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  draaiboekCase:            row('case of the draaiboek: summary, who leads, trede', 'draaiboek', 'own', 'case',   'case',        'none', 'presented', 'escalated', 'escalated', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  caseParty:                row('who takes part in a case, and to whom its plan was presented', 'draaiboek', 'own', 'own', 'own+area', 'none', 'own', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  disclosure:               row('disclosure: what is shared by name, with whom, why, how long', 'Bijlage 3', 'own+received', 'own+received', 'own+received', 'received', 'received', 'received', 'received', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  notice:                   row('notice of a disclosure to the party concerned', 'Bijlage 3',  'own',    'own',    'own',         'none', 'none',   'none',    'none',    'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  tredeDecision:            row('trede decision', 'draaiboek 2.1',                           'own',    'case',   'case',        'none', 'granted+presented', 'escalated', 'escalated', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  mismatchOfProvider:       row('mismatch of a provider', 'Bijlage 4',                       'own',    'none',   'case',        'none', 'granted', 'granted', 'granted', 'none', 'none',  'none', 'none',  'none',  'all', 'all'),
  mismatchOfMunicipalities: row('mismatch of a municipality or region: its own budget and realisation', 'Bijlage 4', 'none', 'own', 'area', 'none', 'none', 'granted', 'granted', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
  aggregate:                row("national and regional aggregates over others' figures", 'Bijlage 3: anonymous', 'none', 'none', 'none',  'none', 'none',    'none',    'none',    'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  account:                  row('accounts', 'BIO 5.18',                                      'none',   'none',   'none',        'none', 'none',    'none',    'none',    'none',  'none',  'none', 'all',   'none',  'none', 'all'),
  session:                  row('sessions: who has signed in with a browser', 'BIO 8.05',        'none',   'none',   'none',        'none', 'none',    'none',    'none',    'none',  'none',  'none', 'none',  'none',  'none', 'all'),
  auditLog:                 row('audit log', 'BIO 8.15',                                     'none',   'none',   'none',        'none', 'none',    'none',    'none',    'none',  'none',  'none', 'none',  'all',   'none', 'all'),
  readingLog:               row('reading log: who read about me by name, and when', 'BIO 8.15',     'own',    'own',    'own',         'none', 'none',    'none',    'none',    'none',  'none',  'none', 'none',  'none',  'all', 'all'),
  confidentialReadings:     row('reading log: readings of what the party concerned may not know', 'BIO 8.15; covenant 3.1.2', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'all', 'all'),
} as const satisfies Record<string, Row>;

export type Information = keyof typeof TABLE;

const WORKS_WITH_INFORMATION: readonly PartyFunction[] = ['ANALYST', 'SUPERVISOR'];

/** The column a viewer falls under. An administrator or auditor of the JA sees no information of parties. */
export function columnOf(viewer: Viewer): Column {
  if (viewer.kind !== 'JA') return viewer.kind;
  if (viewer.functions.some((held) => WORKS_WITH_INFORMATION.includes(held))) return 'JA';
  return viewer.functions.includes('AUDITOR') ? 'JA_AUDITOR' : 'JA_ADMINISTRATOR';
}
