import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';
import { Naming } from './naming';
import { clientFor, settingsFor } from './pooler';

export interface DataSourceOptions {
  /** Connections at most. Few: a Postgres on two cores answers no faster to more. */
  readonly connections?: number;
  /** How long one statement may take, in milliseconds; 0 is for ever. */
  readonly patienceMs?: number;
  /** A signed context that holds for every statement. Only for our own jobs: what people ask carries its own. */
  readonly context?: string;
}

/** TypeORM on one database and role, not yet connected. It never changes a table by itself: migrations do. */
export function makeDataSource(url: string, options: DataSourceOptions = {}): DataSource {
  const { connections = 8, patienceMs = 30_000, context } = options;
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    namingStrategy: new Naming(),
    synchronize: false,
    // Its own console would print statements, with values in them, when a migration fails.
    logger: 'debug',
    // Random ids come from Postgres itself, so no extension is wanted.
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'early-warning-system',
    poolSize: connections,
    connectTimeoutMS: 5_000,
    // An idle connection that breaks is replaced; whoever needs one next is told when that fails.
    poolErrorHandler: () => undefined,
    extra: {
      Client: clientFor(url),
      ...settingsFor(url, {
        statement_timeout: patienceMs,
        options: `-c timezone=UTC${context ? ` -c ews.context=${context}` : ''}`,
      }),
    },
  });
}
