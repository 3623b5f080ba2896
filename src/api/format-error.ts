import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, TokenKind } from 'graphql';
import type { EwsError, Sentence } from '../errors';
import { log } from '../log';
import { knownError } from './format-error-causes';
import { factsOf } from './format-error-facts';
import { sentencesOf } from './format-error-sentences';

/** When to come back after SERVICE_UNAVAILABLE, in seconds. */
export const RETRY_AFTER_SECONDS = 2;

/** What a caller gets to hear of an error: a sentence in two languages, a code from a closed list, and what helps. */
export interface Refusal {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly nl: string } & Readonly<Record<string, unknown>>;
}

const UNFORESEEN: Sentence = {
  en: 'Something went wrong here. It has been recorded; mention the trace id when you ask about it.',
  nl: 'Er ging hier iets mis. Het is vastgelegd; noem het traceId als u ernaar vraagt.',
};

function spoken({ code, sentence, details }: EwsError): Refusal {
  return { message: sentence.en, extensions: { code, nl: sentence.nl, ...details } };
}

/** A refusal with its place in the answer. */
export interface AnswerError extends Refusal {
  readonly path: readonly (string | number)[];
}

/**
 * An error as a caller may hear it: our own errors and an absent database speak, anything else becomes a trace id and
 * nothing more. The cause goes to the log, under the same trace id.
 */
export function maskError(error: unknown, traceId: string): Refusal {
  const known = knownError(error);
  if (known?.code === 'SERVICE_UNAVAILABLE') log.warn({ traceId, ...factsOf(error) }, 'A part of the server is away.');
  if (known) return spoken(known);
  log.error({ traceId, ...factsOf(error) }, 'An error that nobody foresaw.');
  return { message: UNFORESEEN.en, extensions: { code: 'INTERNAL_SERVER_ERROR', nl: UNFORESEEN.nl, traceId } };
}

/** Codes that graphql-js and Apollo give to a wrong operation. Their sentences are rewritten, the codes are kept. */
const OF_THE_OPERATION: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** graphql-js coerces arguments while it executes, and then gives the error no code. */
const OF_AN_ARGUMENT = /^Argument "\w+" (?:of|has) /;

function codeOf(formatted: GraphQLFormattedError, error: unknown): unknown {
  const isArgument = error instanceof GraphQLError && !error.originalError && OF_AN_ARGUMENT.test(error.message);
  return isArgument ? 'BAD_USER_INPUT' : formatted.extensions?.code;
}

/** Which variable of the operation a problem is about, counted from one: its name is the caller's, its place is not. */
function variableNumber(error: unknown): number | undefined {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  if (node?.kind !== 'VariableDefinition' || !node.loc) return undefined;
  let number = 0;
  let depth = 0;
  for (let token = node.loc.startToken; token && depth >= 0; token = token.prev as typeof token) {
    if (token.kind === TokenKind.PAREN_R) depth += 1;
    if (token.kind === TokenKind.PAREN_L) depth -= 1;
    if (token.kind === TokenKind.DOLLAR && depth === 0) number += 1;
  }
  return number;
}

export interface FormatParts {
  readonly schema: GraphQLSchema;
  /** Whether to say which name of the schema may have been meant. */
  readonly suggests: boolean;
  /** The trace id of the request that an error belongs to. */
  readonly traceOf: (error: unknown) => string;
}

/** Apollo's formatError. Knows the place of an error (locations, path) from Apollo, and takes nothing else from it. */
export function errorFormatter({ schema, suggests, traceOf }: FormatParts) {
  const sentenceOf = sentencesOf(schema, suggests);

  function refusalOf(formatted: GraphQLFormattedError, error: unknown): Refusal {
    const known = knownError(error);
    const code = codeOf(formatted, error);
    if (!known && OF_THE_OPERATION.has(code)) {
      const { en, nl, field } = sentenceOf(formatted.message);
      const variable = variableNumber(error);
      const place = { ...(variable && { variable }), ...(field && { field }) };
      return { message: en, extensions: { code: code as string, nl, ...place } };
    }
    return maskError(error, traceOf(error));
  }

  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    return { ...refusalOf(formatted, error), ...(locations && { locations }), ...(path && { path }) };
  };
}
