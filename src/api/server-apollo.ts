import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { errorFormatter, RETRY_AFTER_SECONDS } from './format-error';
import { LIMIT_RULES, LIMITS } from './limits';

export interface Traced extends BaseContext {
  readonly traceId: string;
}

export interface ApolloParts<C extends Traced> {
  readonly schema: GraphQLSchema;
  readonly isDevelopment: boolean;
  readonly plugins: readonly ApolloServerPlugin<C>[];
  readonly stringifyResult: (result: { data?: unknown }) => string;
}

/** Tells each error of a request the trace id of that request: Apollo's formatError knows only the error. */
function tracing<C extends Traced>(traceIds: WeakMap<object, string>): ApolloServerPlugin<C> {
  return {
    requestDidStart: async () => ({
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

/**
 * Apollo Server for a schema: parses, validates and limits. Its default plugins are off: none of them is of use here, and
 * cache control alone would wrap every field of the schema. The document store stays on: it is what makes Apollo cheap.
 */
export function apolloFor<C extends Traced>({ schema, isDevelopment, plugins, stringifyResult }: ApolloParts<C>) {
  const traceIds = new WeakMap<object, string>();
  const traceOf = (error: unknown) => traceIds.get(error as GraphQLError) ?? 'unknown';
  return new ApolloServer<C>({
    schema,
    introspection: isDevelopment,
    hideSchemaDetailsFromClientErrors: !isDevelopment,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [...LIMIT_RULES],
    formatError: errorFormatter({ schema, suggests: isDevelopment, traceOf }),
    stringifyResult: (result) => stringifyResult(result as { data?: unknown }),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      tracing<C>(traceIds),
      ...plugins,
    ],
  });
}
