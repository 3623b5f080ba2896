/** Runs plans: one named statement per root field, its JSON text passed through untouched. */
import type { GraphQLResolveInfo } from 'graphql';
import type { QueryConfig } from 'pg';
import { columnOf } from '../policy/table';
import type { Viewer } from '../policy/viewer';
import { notedAdmissions } from './by-name';
import { fillHoles } from './holes';
import { argumentsOf, type Plan, statementOf } from './plan';
import { Planner, refuseTooMany, type World } from './planner';
import type { Run } from './run';
import type { Shape } from './shape';
import { Statement } from './statement';
import { outlineOfVariables } from './variables';

/** The answer to one root field: JSON text, and the errors that belong to it. */
export class Raw {
  constructor(
    readonly json: string,
    readonly denied: readonly (readonly string[])[] = [],
  ) {}
}

/** Sends one statement whose only column is a text. */
export type Ask = (query: QueryConfig<unknown[]> & { heavy: boolean }) => Promise<string>;

export interface Question {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly context: string;
  readonly traceId: string;
  readonly info: GraphQLResolveInfo;
  /** How many times it is asked in one root field; once unless said. */
  readonly times?: number;
}

/** Statements with a name stay planned on the connection; arbitrary clients must not fill it up. */
const NAMED_MAX = 500;
/** An answer of more objects than this is read on the pool, so that nobody waits behind it on a shared connection. */
const LIGHT_OBJECTS_MAX = 5_000;
const PLANS_PER_OPERATION_MAX = 200;

export class Reader {
  private readonly plans = new WeakMap<object, Map<string, Plan>>();
  private readonly named = new Set<string>();

  constructor(
    readonly world: World,
    private readonly ask: Ask,
    private readonly cursorSecret: Buffer,
  ) {}

  /** One row of a shape, found by its key columns; JSON null when there is none for this viewer. */
  one(question: Question, type: string, key: Readonly<Record<string, unknown>>): Promise<Raw> {
    return this.run(question, `one:${type}`, key, (planner) => planner.planOne(this.shape(type), Object.keys(key)));
  }

  /** Every row of a shape without a table, as a list. */
  all(question: Question, type: string): Promise<Raw> {
    return this.run(question, `all:${type}`, {}, (planner) => planner.planAll(this.shape(type)));
  }

  /** A connection over all rows of a shape that the viewer may see. */
  page(question: Question, type: string): Promise<Raw> {
    return this.run(question, `page:${type}`, {}, (planner) => planner.planPage(this.shape(type)));
  }

  /** Rows for a hole in an answer whose readings are written down already: scoped and signed like any other. */
  rows<T>(run: Run, write: (sql: Statement) => string): Promise<T[]> {
    return this.written(run, write, { heavy: false, isNoted: false });
  }

  private async written<T>(
    run: Run,
    write: (sql: Statement) => string,
    { heavy, isNoted }: { heavy: boolean; isNoted: boolean },
  ): Promise<T[]> {
    const statement = new Statement(run.viewer, this.world.scoped);
    const rows = `(select coalesce(json_agg(x), '[]') from (${write(statement)}) x)::text`;
    const about = { among: statement.ofOne, named: null };
    const text = isNoted ? notedAdmissions(rows, about, statement) : rows;
    const { name, sql, values } = statementOf(text, statement.values);
    const json = await this.ask({ name, text: sql, values: values.map((value) => value(run)), heavy });
    return JSON.parse(json) as T[];
  }

  /** Rows for a rule that works something out on request, their readings written down. On the pool: nobody has to wait behind them. */
  facts<T>(
    asked: Pick<Run, 'viewer' | 'now' | 'context' | 'traceId'>,
    write: (sql: Statement) => string,
  ): Promise<T[]> {
    const run: Run = { ...asked, operation: 'worked out', key: {}, cursorSecret: this.cursorSecret, args: () => ({}) };
    return this.written(run, write, { heavy: true, isNoted: true });
  }

  private shape(type: string): Shape {
    const shape = this.world.shapes[type];
    if (!shape) throw new Error(`No shape describes the type ${type}.`);
    return shape;
  }

  private async run(
    question: Question,
    what: string,
    key: Run['key'],
    write: (planner: Planner) => Plan,
  ): Promise<Raw> {
    const plan = this.plan(question, what, write);
    const { viewer, now, context, traceId, info, times = 1 } = question;
    const operation = info.operation.name?.value ?? info.fieldName;
    refuseTooMany(plan.objects * times);
    const args = argumentsOf(plan.sites, info.variableValues);
    const run: Run = { viewer, now, context, traceId, operation, key, cursorSecret: this.cursorSecret, args };
    for (const value of plan.unsent) value(run);
    const json = await this.ask({
      name: this.nameOf(plan),
      text: plan.sql,
      values: plan.values.map((value) => value(run)),
      heavy: plan.objects > LIGHT_OBJECTS_MAX,
    });
    const denied = plan.denied.map(({ path }) => path);
    return new Raw(plan.holes.length > 0 ? await fillHoles(this, run, plan.holes, json) : json, denied);
  }

  /**
   * Plans are kept per operation and root field: the document store gives the same operation for the same document. A field
   * node alone will not do, because two operations of one document may share it in a fragment.
   */
  private plan(question: Question, what: string, write: (planner: Planner) => Plan): Plan {
    const { info, viewer } = question;
    const kept = this.plans.get(info.operation) ?? new Map<string, Plan>();
    this.plans.set(info.operation, kept);
    const outline = outlineOfVariables(info.schema, info.operation, info.variableValues);
    const id = `${info.path.key}|${what}|${columnOf(viewer)}|${outline}`;
    const known = kept.get(id);
    if (known) return known;
    const plan = write(new Planner(this.world, info, viewer));
    if (kept.size >= PLANS_PER_OPERATION_MAX) kept.clear();
    kept.set(id, plan);
    return plan;
  }

  private nameOf(plan: Plan): string | undefined {
    if (this.named.has(plan.name)) return plan.name;
    if (this.named.size >= NAMED_MAX) return undefined;
    this.named.add(plan.name);
    return plan.name;
  }
}
