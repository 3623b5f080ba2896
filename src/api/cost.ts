/** What an operation costs before anything of it is done: sizes of lists multiply, and all its root fields count together. */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import type { Context } from '../context';
import { EwsError, RateLimited } from '../errors';
import { outlineOfVariables } from '../reading/variables';
import { COST_MAX, FEW, FIELD_COSTS, INTROSPECTION, PAGE, TOTAL_COUNT, VALUE } from './cost-table';
import { LIMITS } from './limits';

/** More fields than this, fragments written out, is no question any more; counting them would be the attack. */
const FIELDS_MAX = 5_000;
const COSTS_PER_OPERATION_MAX = 200;

/** How many objects a field can lead to. Pages below nothing are refused later, and cost nothing less than one. */
function sizeOf(field: Parameters<ComplexityEstimator>[0]['field'], args: Readonly<Record<string, unknown>>): number {
  if (getNamedType(field.type).name.endsWith('Connection')) return Math.max(1, Number(args.first ?? args.last ?? PAGE));
  if (!isListType(getNullableType(field.type))) return 1;
  return Array.isArray(args.ids) ? args.ids.length : FEW;
}

/** How often the whole list is counted: in a fragment as often as aliases allow, for what is in it cannot be seen from here. */
function countsIn({ selections }: SelectionSetNode): number {
  return selections.reduce((counts, selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return counts + countsIn(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return counts + LIMITS.aliases + 1;
    return counts + (selection.name.value === 'totalCount' ? 1 : 0);
  }, 0);
}

const estimate: ComplexityEstimator = ({ type, field, node, args, childComplexity }) => {
  if (type.name.startsWith('__') || field.name === '__typename') return VALUE;
  if (field.name.startsWith('__')) return INTROSPECTION;
  const named = getNamedType(field.type);
  // The rows of a page: their number is known to the field that has the arguments. So is what counts the list, once for a page.
  const isRows = type.name.endsWith('Connection') && isListType(getNullableType(field.type));
  const size = isRows ? 1 : sizeOf(field, args);
  const counts = named.name.endsWith('Connection') && node.selectionSet ? TOTAL_COUNT * countsIn(node.selectionSet) : 0;
  const own = counts + (FIELD_COSTS[`${type.name}.${field.name}`] ?? 0);
  return own + size * (isCompositeType(named) ? VALUE + childComplexity : VALUE);
};

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: { readonly [name: string]: unknown };
}

/** The points that an operation costs; Infinity when it is too large to count. The document must be valid. */
export function costOf({ schema, document, operation, variables }: Asked): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables,
      // A name that no operation can have leaves a nameless one as the only one there is.
      ...(operation.name && { operationName: operation.name.value }),
      estimators: [estimate],
      maxQueryNodes: FIELDS_MAX,
    });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Costs are kept with the operation, which the document store gives again for the same document. */
const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();

function rememberedCost(asked: Asked): number {
  const { schema, operation, variables } = asked;
  const lengths = Object.values(variables).map((value) => (Array.isArray(value) ? value.length : ''));
  const outline = `${outlineOfVariables(schema, operation, variables)}|${lengths}`;
  const kept = known.get(operation) ?? new Map<string, number>();
  known.set(operation, kept);
  const before = kept.get(outline);
  if (before !== undefined) return before;
  const cost = costOf(asked);
  if (kept.size >= COSTS_PER_OPERATION_MAX) kept.clear();
  kept.set(outline, cost);
  return cost;
}

const inWords = (points: number, language: 'en' | 'nl') =>
  Number.isFinite(points) ? points.toLocaleString(language) : { en: 'too many', nl: 'te veel' }[language];

/** Says what the operation costs and what is allowed. */
export function tooCostly(cost: number): EwsError {
  return new EwsError(
    'BAD_USER_INPUT',
    {
      en: `This operation costs ${inWords(cost, 'en')} points, and ${inWords(COST_MAX, 'en')} are allowed. Ask for smaller pages, for less inside them, or in several operations.`,
      nl: `Deze bewerking kost ${inWords(cost, 'nl')} punten, en ${inWords(COST_MAX, 'nl')} zijn toegestaan. Vraag kleinere pagina's, minder daarbinnen, of meer bewerkingen na elkaar.`,
    },
    { cost: Number.isFinite(cost) ? cost : null, limit: COST_MAX },
  );
}

/** An error of ours that ends the operation before it begins. */
const ended = (originalError: EwsError, status: number, headers: Readonly<Record<string, string>> = {}) =>
  new GraphQLError(originalError.message, {
    originalError,
    extensions: { http: { status, headers: new HeaderMap(Object.entries(headers)) } },
  });

function endedBy(thrown: unknown): unknown {
  if (!(thrown instanceof RateLimited)) return thrown;
  return ended(thrown, 429, { 'retry-after': String(thrown.seconds) });
}

/** Is told what an operation costs that may go on. Throws RateLimited when it may not after all. */
export type Spend = (context: Context, cost: number) => Promise<void>;

/** Refuses what costs too much, and tells `spend` of everything else. */
export function costPlugin(schema: GraphQLSchema, spend: Spend): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, document, request, contextValue }) => {
        if (!operation) return;
        const sent = { ...request.variables };
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], sent);
        // The variables do not fit: graphql-js finds that before it resolves anything, and says it.
        if (!coerced) return;
        const cost = rememberedCost({ schema, document, operation, variables: coerced });
        if (cost > COST_MAX) throw ended(tooCostly(cost), 400);
        try {
          await spend(contextValue, cost);
        } catch (thrown) {
          throw endedBy(thrown);
        }
      },
    }),
  };
}
