import { hkdfSync } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { type EngineParts, type Locks, openEngine } from '../../../src/api/engine';
import { planExecutor, stringifyResult } from '../../../src/api/executor';
import { type Context, RequestContext } from '../../../src/context';
import type { Viewer } from '../../../src/policy/viewer';
import type { Question } from './oracle';

/** The product without its network: Apollo in front of the planner, as the server puts them together. */
export interface Product {
  /** The answer as it would go over the wire. */
  ask(question: Question, viewer: Viewer, now: Date): Promise<string>;
  close(): Promise<void>;
}

export async function openProduct(parts: EngineParts, locks?: Locks): Promise<Product> {
  const engine = await openEngine(parts, locks);
  const apollo = new ApolloServer<Context>({
    schema: engine.schema,
    plugins: [planExecutor(engine.schema)],
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: true,
  });
  await apollo.start();
  return {
    async ask({ text: query, variables, operationName }, viewer, now) {
      const contextValue = new RequestContext(engine.shared, viewer, now, 'trace');
      const request = { query, variables: { ...variables }, ...(operationName && { operationName }) };
      const { body } = await apollo.executeOperation(request, { contextValue });
      if (body.kind !== 'single') throw new Error('No answer comes in parts.');
      return stringifyResult(body.singleResult);
    },
    async close() {
      await apollo.stop();
      await engine.close();
    },
  };
}

/** The secret of an engine's cursors, so that the oracle seals the same. */
export const cursorSecretOf = (contextKey: Buffer) =>
  Buffer.from(hkdfSync('sha256', contextKey, '', 'ews cursors', 32));
