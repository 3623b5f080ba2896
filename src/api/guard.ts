/**
 * The first lock: graphql-shield, built from the table. May this kind of party ask this field at all? Shield wraps every
 * field of every type, also those without a rule; what has no rule is taken out again, so that it costs nothing. That
 * removes shield's own fallback, and therefore the start refuses a schema with a field that the table does not know.
 */
import type { GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { rule, shield } from 'graphql-shield';
import type { Context } from '../context';
import { Forbidden } from '../errors';
import { columnMayAsk, viewerMayAsk } from '../policy/ask';
import { FIELDS, unlistedFields } from '../policy/fields';
import { COLUMNS } from '../policy/table';
import type { Viewer } from '../policy/viewer';

type Middleware = Record<string, Record<string, unknown>>;

/** The refusal of a field: a caller who has not signed in is told to do that first. */
export function refusalOf(viewer: Viewer): Forbidden {
  return viewer.kind === 'ANONYMOUS' ? new Forbidden(SIGN_IN, 'UNAUTHENTICATED') : new Forbidden(NOT_YOURS);
}

const SIGN_IN = {
  en: 'Sign in to ask this. Send a bearer token with the request.',
  nl: 'Log in om dit te vragen. Stuur een bearer-token mee met het verzoek.',
};
const NOT_YOURS = {
  en: 'Your kind of organisation may not read this information. See Viewer.capabilities for what you may read.',
  nl: 'Uw soort organisatie mag deze informatie niet lezen. Zie Viewer.capabilities voor wat u mag lezen.',
};

/** The schema with a rule on every field that not every kind of party may ask. */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
  const unlisted = unlistedFields(schema);
  if (unlisted.length > 0) throw new Error(`The authorization table does not know: ${unlisted.join(', ')}.`);
  const rules = rulesOf();
  const made = shield(rules, { allowExternalErrors: true, fallbackError: (thrown) => thrown as Error });
  const middleware = (made as unknown as { generate(of: GraphQLSchema): Middleware }).generate(schema);
  for (const [type, fields] of Object.entries(middleware)) {
    for (const field of Object.keys(fields)) if (!rules[type]?.[field]) delete fields[field];
    if (Object.keys(fields).length === 0) delete middleware[type];
  }
  return applyMiddleware(schema, middleware as never);
}

type Rules = Record<string, Record<string, ReturnType<ReturnType<typeof rule>>>>;

function rulesOf(): Rules {
  const rules: Rules = {};
  for (const [type, fields] of Object.entries(FIELDS)) {
    for (const field of Object.keys(fields)) {
      if (COLUMNS.every((column) => columnMayAsk(column, type, field))) continue;
      rules[type] = { ...rules[type], [field]: ruleOf(type, field) };
    }
  }
  return rules;
}

const ruleOf = (type: string, field: string) =>
  rule({ cache: 'no_cache' })(
    (_parent, _args, { viewer }: Context) => viewerMayAsk(viewer, type, field) || refusalOf(viewer),
  );
