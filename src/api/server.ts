import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Config, TokenSource } from '../config';
import { type Context, RequestContext } from '../context';
import type { Prepared } from '../database/prepare';
import { signContext } from '../database/signed-context';
import { authentication } from '../identity/authenticate';
import { type DevelopmentIssuer, developmentIssuer } from '../identity/development-issuer';
import { examplePersonas } from '../identity/personas';
import { identityProvider } from '../identity/provider-keys';
import { receiptKeys } from '../identity/receipt-signature';
import { tokenVerifier } from '../identity/verify-token';
import { viewerLookup } from '../identity/viewer-of';
import { sealer } from '../intake/template-token';
import { SYSTEM } from '../policy/viewer';
import { costPlugin } from './cost';
import { openEngine } from './engine';
import { planExecutor, stringifyResult } from './executor';
import { graphiqlRoutes } from './graphiql';
import type { ReadinessCheck } from './health';
import { intakeRoutes } from './intake/routes';
import { openRateLimits } from './rate-limits';
import { type Caller, type Door, openDoor } from './server-door';
import { openSignIn } from './sign-in/open';
import { trustedDocuments } from './trusted-documents';

/** How long a production server stays open after it has said that it stops: a balancer asks every second. Milliseconds. */
const DRAIN_DELAY = 2_000;

/** TypeORM owns the pool; single statements need nothing else of TypeORM. */
const poolOf = ({ app }: Prepared) => (app.driver as unknown as { master: Pool }).master;

function readiness({ app }: Prepared, pool: Pool): ReadinessCheck[] {
  return [
    { name: 'database', holds: async () => (await pool.query('select 1')).rows.length === 1 },
    {
      name: 'migrations',
      holds: async () => {
        const { rows } = await pool.query<{ name: string }>('select name from migrations');
        const done = new Set(rows.map((row) => row.name));
        return app.migrations.every((migration) => done.has(migration.name ?? ''));
      },
    },
  ];
}

/** The built-in issuer of a development server, unless it has been given a real one. */
async function builtInIssuer(config: Config): Promise<DevelopmentIssuer | null> {
  return config.mode === 'development' && !config.tokens ? developmentIssuer(config) : null;
}

export interface ServerParts {
  readonly config: Config;
  readonly database: Prepared;
  /** The time by which sessions end, which a test may set. */
  readonly now?: () => Date;
}

/** The API on the network, with everything on. Throws one sentence for the operator when it cannot start. */
export async function startServer({ config, database, now = () => new Date() }: ServerParts): Promise<Door> {
  const isDevelopment = config.mode === 'development';
  const pool = poolOf(database);
  const systemContext = () => signContext(SYSTEM, database.contextKey, new Date());
  const issuer = await builtInIssuer(config);
  const verify = tokenVerifier(issuer?.trust ?? identityProvider(config.tokens as TokenSource));
  const viewerOf = viewerLookup(pool, systemContext);
  const personas = () => examplePersonas(pool, systemContext);
  let door: Door | undefined;
  const listensAt = () => (door as Door).url;
  const rates = openRateLimits({ pool, secret: database.contextKey, ...config.rates });
  const signIn = await openSignIn({ config, database, pool, rates, viewerOf, personas, listensAt, now });
  const engine = await openEngine(database);
  const workbench = issuer && graphiqlRoutes({ issuer, viewerOf, personas });
  const close = async () => {
    rates.close();
    signIn.close();
    await engine.close();
  };
  const contextOf = ({ viewer, traceId, address }: Caller) =>
    new RequestContext({ ...engine.shared, whenDone: rates.whenDone }, viewer, now(), traceId, address);
  try {
    const opened = await openDoor<Context>({
      schema: engine.schema,
      isDevelopment,
      introspection: config.introspection,
      plugins: [
        costPlugin(engine.schema, ({ viewer, origin }, cost) => rates.operation({ viewer, address: origin }, cost)),
        planExecutor(engine.schema),
      ],
      stringifyResult,
      host: config.host,
      port: config.port,
      authenticate: authentication({
        verify,
        viewerOf,
        viewerOfSession: async (cookie, from) => {
          if (!signIn.sessions.wasFound(cookie)) await rates.allowAnonymous(from.address);
          return signIn.sessions.viewerOf(cookie, now(), from);
        },
      }),
      contextOf,
      rates,
      documents: trustedDocuments(),
      trustedProxies: config.trustedProxies,
      checks: readiness(database, pool),
      drainDelayMs: isDevelopment ? 0 : DRAIN_DELAY,
      routes: (app, callerOf) => {
        signIn.routes(app);
        workbench?.(app);
        intakeRoutes({
          ...{ callerOf, contextOf, systemContext, app: database.app },
          seal: sealer(database.contextKey),
          scanner: config.scanner,
          folder: join(config.dataFolder, 'uploads'),
          receiptKeys: () => receiptKeys(database.contextKey),
        })(app);
      },
    });
    door = opened;
    return { url: opened.url, stop: () => opened.stop().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
