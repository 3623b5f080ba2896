/**
 * The first lock: graphql-shield, built from the table. May this kind of party ask this field at all, and is it sure enough
 * who asks? Shield wraps every field of every type, also those without a rule; what has no rule is taken out again, so that
 * it costs nothing. That removes shield's own fallback, and therefore the start refuses a schema with a field that the
 * table does not know.
 */
import type { GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { rule, shield } from 'graphql-shield';
import type { Context } from '../context';
import { ASSURANCES, type Assurance } from '../domain/vocabulary';
import { EwsError } from '../errors';
import { columnMayAsk, viewerMayAsk } from '../policy/ask';
import { isSureEnough, requiredAssurance } from '../policy/assurance';
import { FIELDS, unlistedFields } from '../policy/fields';
import { refusalOf } from '../policy/refusal';
import { COLUMNS } from '../policy/table';

type Middleware = Record<string, Record<string, unknown>>;

/** It must be surer who asks: what to do is to sign in again (RFC 9470 calls it a step up). */
function notSureEnough(required: Assurance): EwsError {
  const { nl } = ASSURANCES[required];
  const level = required.toLowerCase();
  return new EwsError(
    'INSUFFICIENT_AUTHENTICATION',
    {
      en: `This takes level of assurance "${level}". Sign in again at that level, with /auth/login?assurance=${level}.`,
      nl: `Hiervoor is betrouwbaarheidsniveau "${nl}" nodig. Meld u opnieuw aan op dat niveau, via /auth/login?assurance=${level}.`,
    },
    { required },
  );
}

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
      const isForAll = COLUMNS.every((column) => columnMayAsk(column, type, field));
      if (isForAll && !requiredAssurance(type, field)) continue;
      rules[type] = { ...rules[type], [field]: ruleOf(type, field) };
    }
  }
  return rules;
}

/** First whether the kind of party may ask: who may not, learns nothing of what else it takes. */
function ruleOf(type: string, field: string) {
  const required = requiredAssurance(type, field);
  return rule({ cache: 'no_cache' })((_parent, _args, { viewer }: Context) => {
    if (!viewerMayAsk(viewer, type, field)) return refusalOf(viewer);
    return required === null || isSureEnough(viewer, required) || notSureEnough(required);
  });
}
