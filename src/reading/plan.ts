/** A plan: one statement for one root field, the errors that are known without asking, and the holes to fill. */
import { createHash } from 'node:crypto';
import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import { getArgumentValues } from 'graphql';
import type { HoleSite } from './holes';
import type { Run } from './run';
import type { Value } from './statement';

/** A field with arguments: where the values of its parameters come from. */
export interface Site {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: GraphQLResolveInfo['fieldNodes'][number];
}

/** A field that this kind of viewer may never read: null in the answer, and one error with its path. */
export interface DeniedField {
  readonly path: readonly string[];
}

export interface Plan extends Prepared {
  readonly sites: readonly Site[];
  readonly denied: readonly DeniedField[];
  readonly holes: readonly HoleSite[];
  /** How many objects the answer can hold at most: what the operation costs. */
  readonly objects: number;
}

/** A statement ready to be sent: its text refers to every parameter, and to no other. */
export interface Prepared {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly Value[];
  /** Values that the text has no need of. They may be wrong all the same: a question is refused for what it says. */
  readonly unsent: readonly Value[];
}

/**
 * The whole statement. The context is set in the FROM, before anything in the select list is evaluated, so that one
 * named statement carries its own row-level security; the start-up self-test proves the order on the server at hand.
 */
export function statementOf(json: string, all: readonly Value[]): Prepared {
  const [context, ...others] = all as [Value, ...Value[]];
  const values = [context];
  const numbers = new Map<string, number>();
  // Postgres refuses a parameter that nothing refers to, such as the filter of a list of which only the name is asked.
  const text = json.replaceAll(/\$(\d+)::/g, (_, old: string) => {
    const number = numbers.get(old) ?? values.push(all[Number(old) - 1] as Value);
    numbers.set(old, number);
    return `$${number}::`;
  });
  const sql = `select ${text} from (select set_config('ews.context',$1,true) s offset 0) g where g.s is not null`;
  const name = `ews_${createHash('sha1').update(sql).digest('base64url').slice(0, 20)}`;
  return { name, sql, values, unsent: others.filter((value) => !values.includes(value)) };
}

/** The arguments of every site for one run; computed when first asked for. */
export function argumentsOf(sites: readonly Site[], variables: Readonly<Record<string, unknown>>): Run['args'] {
  const known: Readonly<Record<string, unknown>>[] = [];
  return (site) => {
    const { field, node } = sites[site] as Site;
    known[site] ??= getArgumentValues(field, node, variables);
    return known[site];
  };
}
