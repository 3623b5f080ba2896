/**
 * Runs operations through the planner. Apollo parses, validates and limits; each root field goes through its own resolver
 * (shield in front), which answers with JSON text; the texts are put together and passed on without being parsed.
 */
import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields';
import type { Context } from '../context';
import { type ErrorCode, Invalid } from '../errors';
import { refusalOf } from '../policy/refusal';
import { Raw } from '../reading/reader';
import { maskError, RETRY_AFTER_SECONDS, type Refusal } from './format-error';
import { noteRefusal } from './refused-mutation';

/** An answer that is already JSON text. */
class JsonText {
  constructor(
    readonly data: string,
    readonly errors: string,
  ) {}
}

/** For Apollo's `stringifyResult`: our own answers are text already. */
export function stringifyResult(result: { data?: unknown }): string {
  if (!(result.data instanceof JsonText)) return JSON.stringify(result);
  const { data, errors } = result.data;
  return errors ? `{"errors":[${errors}],"data":${data}}` : `{"data":${data}}`;
}

type AnswerError = Refusal & { readonly path: readonly string[] };
type Variables = Readonly<Record<string, unknown>>;
type Request = GraphQLRequestContext<Context>;

/** One operation on its way through. */
interface Operation {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: { [name: string]: unknown };
  /** The variables as they were sent, for graphql-js to coerce itself. */
  readonly sent: Variables;
  readonly root: GraphQLObjectType;
  readonly context: Context;
}

export function planExecutor(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async (request) => {
        const operation = operationOf(schema, request as Request);
        // The variables do not fit: graphql-js finds that before it resolves anything, and says it.
        if (!operation) return null;
        const answer = await answerOf(operation);
        if (answer.later) later(request as Request, answer.later);
        return {
          http: request.response.http,
          body: { kind: 'single', singleResult: { data: answer.text as unknown as Record<string, unknown> } },
        };
      },
    }),
  };
}

/** A client can only retry well when it is told so by the status. */
function later({ response }: Request, { extensions }: Refusal): void {
  response.http.status = extensions.code === 'RATE_LIMITED' ? 429 : 503;
  // What was too slow once would be too slow again.
  if (!extensions.retryable) return;
  response.http.headers.set('retry-after', String(extensions.retryAfterSeconds ?? RETRY_AFTER_SECONDS));
}

const fragmentsOf = new WeakMap<DocumentNode, Operation['fragments']>();

function operationOf(schema: GraphQLSchema, request: Request): Operation | null {
  const { document, operation: node } = request as Required<Pick<Request, 'document' | 'operation'>>;
  const sent = request.request.variables ?? {};
  const { coerced } = getVariableValues(schema, node.variableDefinitions ?? [], sent);
  if (!coerced) return null;
  let fragments = fragmentsOf.get(document);
  if (!fragments) {
    const defined = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    fragments = Object.fromEntries(defined.map((fragment) => [fragment.name.value, fragment]));
    fragmentsOf.set(document, fragments);
  }
  const root = schema.getRootType(node.operation) as GraphQLObjectType;
  return { schema, node, fragments, variables: coerced, sent, root, context: request.contextValue };
}

interface Answer {
  readonly text: JsonText;
  /** The error of a part that may be asked again later, when there is one. */
  readonly later: Refusal | undefined;
}

const LATER: ReadonlySet<string> = new Set<ErrorCode>(['SERVICE_UNAVAILABLE', 'RATE_LIMITED']);

/** One root field's part of the answer. */
interface Part {
  readonly json: string;
  readonly errors: readonly AnswerError[];
  /** The field promised never to be null, and is: then there is no answer at all. */
  readonly broken?: boolean;
}

async function answerOf(operation: Operation): Promise<Answer> {
  const { node } = operation;
  const fields = rootFieldsOf(operation);
  if (fields instanceof Error) return refused(fields, operation.context);
  const run = ([key, nodes]: (typeof fields)[number]) => partOf(operation, key, nodes);
  const parts: Part[] = [];
  // Mutations act one after the other, in the order in which they were asked.
  if (node.operation === 'mutation') for (const field of fields) parts.push(await run(field));
  else parts.push(...(await Promise.all(fields.map(run))));

  const errors = parts.flatMap((part) => part.errors);
  const data = parts.some((part) => part.broken)
    ? 'null'
    : `{${fields.map(([key], at) => `"${key}":${parts[at]?.json}`).join(',')}}`;
  return {
    text: new JsonText(data, errors.map((error) => JSON.stringify(error)).join(',')),
    later: errors.find(({ extensions }) => LATER.has(extensions.code)),
  };
}

type RootField = [key: string, nodes: readonly FieldNode[]];

/** The root fields that the variables leave in; the error when a condition is null. */
function rootFieldsOf({ schema, fragments, variables, root, node }: Operation): RootField[] | Error {
  try {
    return [...collectFields(schema, fragments, variables, root, node.selectionSet)];
  } catch (error) {
    return error as Error;
  }
}

const refused = (error: Error, context: Context): Answer => ({
  text: new JsonText('null', JSON.stringify(errorAt(error, [], context))),
  later: undefined,
});

async function partOf(operation: Operation, key: string, nodes: readonly FieldNode[]): Promise<Part> {
  const { root, context } = operation;
  const [node] = nodes as [FieldNode];
  const name = node.name.value;
  if (name === '__typename') return { json: JSON.stringify(root.name), errors: [] };
  if (name.startsWith('__')) return introspected(operation, key, nodes);
  const field = root.getFields()[name] as GraphQLField<unknown, unknown>;
  try {
    const info = infoOf(operation, field, key, nodes);
    const given = await field.resolve?.(undefined, getArgumentValues(field, node, operation.variables), context, info);
    if (given instanceof Error) throw given;
    if (!(given instanceof Raw)) throw new Error(`${root.name}.${name} did not read through the planner.`);
    return { json: given.json, errors: given.denied.map((path) => errorAt(refusalOf(context.viewer), path, context)) };
  } catch (thrown) {
    const error = operation.node.operation === 'mutation' ? await noted(context, name, thrown) : thrown;
    return { json: 'null', errors: [errorAt(error, [key], context)], broken: String(field.type).endsWith('!') };
  }
}

/** The error to tell: when a refusal could not be written down, that. */
const noted = (context: Context, mutation: string, thrown: unknown): Promise<unknown> =>
  noteRefusal(context, mutation, thrown).then(
    () => thrown,
    (error: unknown) => error,
  );

const errorAt = (error: unknown, path: readonly string[], context: Context): AnswerError => ({
  ...maskError(isAboutVariables(error) ? new Invalid([NULL_VARIABLE]) : error, context.traceId),
  path,
});

/** What graphql-js itself throws once the variables were accepted: null where a variable had a default. */
const isAboutVariables = (error: unknown) => error instanceof GraphQLError && !error.originalError;
const NULL_VARIABLE = {
  field: 'variables',
  en: 'A variable is null where a value is needed. Leave it out to use its default, or give it a value.',
  nl: 'Een variabele is null waar een waarde nodig is. Laat haar weg voor de standaardwaarde, of geef een waarde.',
};

function infoOf(
  { schema, node, fragments, variables, root }: Operation,
  field: GraphQLField<unknown, unknown>,
  key: string,
  nodes: readonly FieldNode[],
): GraphQLResolveInfo {
  return {
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType: root,
    path: { prev: undefined, key, typename: root.name },
    schema,
    fragments,
    rootValue: undefined,
    operation: node,
    variableValues: variables as { [name: string]: unknown },
  };
}

/** Questions about the schema itself are answered by graphql-js. */
async function introspected(operation: Operation, key: string, nodes: readonly FieldNode[]): Promise<Part> {
  const { schema, node, fragments, sent } = operation;
  const asked = { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes } } as OperationDefinitionNode;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [asked, ...Object.values(fragments)] };
  const { data } = await execute({ schema, document, variableValues: sent });
  return { json: JSON.stringify(data?.[key] ?? null), errors: [] };
}
