import { ApolloServer, type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import { log } from '../log';
import { errorFormatter, RETRY_AFTER_SECONDS } from './format-error';
import { factsOf } from './format-error-facts';
import { LIMIT_RULES, LIMITS } from './limits';

export interface Traced extends BaseContext {
  readonly traceId: string;
}

export interface ApolloParts<C extends Traced> {
  readonly schema: GraphQLSchema;
  readonly isDevelopment: boolean;
  /** Whether the schema can be asked; only by a developer unless said. */
  readonly introspection?: boolean;
  readonly plugins: readonly ApolloServerPlugin<C>[];
  readonly stringifyResult: (result: { data?: unknown }) => string;
}

/** What graphql-js would say, had it come to executing. */
function unresolved({ definitions }: DocumentNode, operationName: string | undefined): GraphQLError {
  const isEmpty = !definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const otherwise = isEmpty ? 'Must provide an operation.' : 'Must provide operation name.';
  return new GraphQLError(operationName ? 'Unknown operation named.' : otherwise, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400, headers: new HeaderMap() } },
  });
}

/** What Apollo leaves to its plugins. Tells each error the trace id of its request: formatError knows only the error. */
function manners<C extends Traced>(traceIds: WeakMap<object, string>): ApolloServerPlugin<C> {
  return {
    unexpectedErrorProcessingRequest: async ({ error, requestContext }) => {
      const { traceId } = requestContext.contextValue;
      log.error({ traceId, ...factsOf(error) }, 'An operation could not be processed.');
    },
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, document, request }) => {
        if (!operation) throw unresolved(document, request.operationName);
      },
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) traceIds.set(error, contextValue.traceId);
      },
      // A client can only retry well when it is told so by the status.
      willSendResponse: async ({ response }) => {
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        if (!errors?.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')) return;
        response.http.status = 503;
        response.http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
      },
    }),
  };
}

const silent = () => undefined;
/** Apollo's own lines repeat the message of an error, which may hold what was sent. The plugin above logs without it. */
const SILENT = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * Apollo Server for a schema: parses, validates and limits. Its default plugins are off: none of them is of use here, and
 * cache control alone would wrap every field of the schema. The document store stays on: it is what makes Apollo cheap.
 */
export function apolloFor<C extends Traced>(parts: ApolloParts<C>) {
  const { schema, isDevelopment, plugins, stringifyResult, introspection = isDevelopment } = parts;
  const traceIds = new WeakMap<object, string>();
  const traceOf = (error: unknown) => traceIds.get(error as GraphQLError) ?? 'unknown';
  return new ApolloServer<C>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    logger: SILENT,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [...LIMIT_RULES],
    formatError: errorFormatter({ schema, suggests: introspection, traceOf }),
    stringifyResult: (result) => stringifyResult(result as { data?: unknown }),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      manners<C>(traceIds),
      ...plugins,
    ],
  });
}
