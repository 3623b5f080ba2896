import { admitted, castOf, THAN } from '../policy/admission';
import { type Grant, grant, keyOf } from '../policy/grant';
import { type Admission, type Condition, GUARDED, type Term, type ViewerKey } from '../policy/keys';
import type { Information } from '../policy/table';
import type { Viewer } from '../policy/viewer';
import type { Run } from './run';

/** A value that is sent along with the statement: looked up anew for every run of the plan. */
export type Value = (run: Run) => unknown;

const CAST: Readonly<Record<ViewerKey, string>> = {
  party: 'uuid',
  provider: 'uuid',
  municipality: 'text',
  region: 'text',
};

/** The statement being written: its parameters and aliases, and the scope of the viewer for whom it is written. */
export class Statement {
  readonly values: Value[] = [];
  /** By what others let the viewer into the rows that are read. */
  readonly admissions = new Set<Admission>();
  /** What is read because it went so far that nobody needed to be let in: by kind, of which rows of which table. */
  readonly escalated = new Map<Information, { readonly table: string; readonly term: Term }>();
  /** Whether some of those rows may be of others than the one that was asked for. */
  admitsToOthers = false;
  /** The provider that all rows are of, as SQL; null when they may be of any. */
  ofOne: string | null = null;
  /** Whether what is written now is reached through something that leads to others, such as a region. */
  isBeyond = false;
  private readonly placeholders = new Map<string, string>();
  private aliases = 0;

  constructor(
    private readonly viewer: Viewer,
    /** False only where a test leaves one of the other locks on alone. */
    private readonly scoped: boolean,
  ) {
    // $1 is always the signed context: row-level security reads it inside the same statement.
    this.param('context', 'text', (run) => run.context);
  }

  /** A parameter with its type; the same name gives the same parameter. */
  param(name: string, cast: string, value: Value): string {
    const known = this.placeholders.get(name);
    if (known) return known;
    this.values.push(value);
    const placeholder = `$${this.values.length}::${cast}`;
    this.placeholders.set(name, placeholder);
    return placeholder;
  }

  alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }

  /** The moment of the request: the same everywhere in a statement. */
  now(): string {
    return this.param('now', 'timestamptz', (run) => run.now);
  }

  /** The predicate that keeps a row of a table within the viewer's scope; null when every row is. */
  scope(table: string, row: string): string | null {
    const given: Grant = grant(this.viewer, table);
    if (given.rows === 'all' || !this.scoped) return null;
    if (given.rows.length === 0) return 'false';
    for (const term of given.rows) this.noteAdmissions(table, term);
    const terms = given.rows.map((term) => this.holds(term, row));
    return terms.length === 1 ? (terms[0] as string) : `(${terms.join(' or ')})`;
  }

  /** The scope as a further condition, to be written behind another one. */
  andScope(table: string, row: string): string {
    const scope = this.scope(table, row);
    return scope ? ` and ${scope}` : '';
  }

  /** The conditions of a term on a row. */
  holds(term: Term, row: string): string {
    return term.map((condition) => this.condition(condition, row)).join(' and ');
  }

  private noteAdmissions(table: string, term: Term): void {
    const isEscalated = term.some((condition) => 'atLeast' in condition);
    const by = term.flatMap((condition) => ('among' in condition ? [condition.among] : []));
    for (const admission of by) this.admissions.add(admission);
    // A table of what can escalate holds one kind of information.
    if (isEscalated)
      for (const { information } of GUARDED.get(table) ?? []) this.escalated.set(information, { table, term });
    if (isEscalated || by.length > 0) this.admitsToOthers ||= this.isBeyond;
  }

  private condition(condition: Condition, row: string): string {
    const column = `${row}.${condition.column}`;
    if ('word' in condition) return `${column} = '${condition.word}'`;
    if ('atLeast' in condition) return `${column} >= ${condition.atLeast}`;
    if ('moment' in condition) return `${column} ${THAN[condition.moment]} ${this.now()}`;
    if ('absent' in condition) return `${column} is null`;
    if ('among' in condition) {
      return `${column} = any ((select ${admitted(condition.among, this.key('party'), this.now())})${castOf(condition.among)})`;
    }
    return `${column} = ${this.key(condition.is)}`;
  }

  /** A key by which rows are the viewer's own. */
  key(key: ViewerKey): string {
    return this.param(`viewer.${key}`, CAST[key], (run) => keyOf(run.viewer, key));
  }
}
