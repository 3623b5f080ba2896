/** Everything that answers a question, put together: the guarded schema, the planner, and the connections it asks. */
import { hkdfSync } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Shared } from '../context';
import { proveRowLevelSecurity } from '../database/self-test';
import { openStatements } from '../database/statements';
import { viewerMayAsk } from '../policy/ask';
import { Reader } from '../reading/reader';
import { SHAPES } from '../reading/shapes';
import { buildApiSchema } from './build-schema';
import { guarded } from './guard';

export interface EngineParts {
  /** Signed in as the application role. */
  readonly app: DataSource;
  readonly appUrl: string;
  readonly contextKey: Buffer;
}

/** The locks that can be taken off, one at a time, by the test that proves that each one holds alone. */
export interface Locks {
  readonly shield: boolean;
  readonly planner: boolean;
  readonly database: boolean;
}
const ALL_LOCKS: Locks = { shield: true, planner: true, database: true };

export interface Engine {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  close(): Promise<void>;
}

export async function openEngine({ app, appUrl, contextKey }: EngineParts, locks: Locks = ALL_LOCKS): Promise<Engine> {
  if (locks.database) await proveRowLevelSecurity(app, contextKey);
  const schema = locks.shield ? guarded(buildApiSchema()) : buildApiSchema();
  const statements = openStatements(app, appUrl);
  const cursorSecret = Buffer.from(hkdfSync('sha256', contextKey, '', 'ews cursors', 32));
  const world = { schema, shapes: SHAPES, mayAsk: viewerMayAsk, scoped: locks.planner };
  const reader = new Reader(world, statements.ask, cursorSecret);
  return { schema, shared: { reader, app, contextKey }, close: () => statements.close() };
}
