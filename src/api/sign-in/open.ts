/** Everything of signing in, put together by the settings: at a broker, or at the embedded provider. */
import type { FastifyInstance } from 'fastify';
import type { Config, SignInSource } from '../../config';
import type { Prepared } from '../../database/prepare';
import { signContext } from '../../database/signed-context';
import { EwsError } from '../../errors';
import { CLIENT_ID, clientKey, PROVIDER_PATH } from '../../identity/development-clients';
import type { DevelopmentProvider } from '../../identity/development-provider';
import type { Persona } from '../../identity/personas';
import { AttemptSeal } from '../../identity/sign-in/attempt';
import { clientKeyIn } from '../../identity/sign-in/client-key';
import type { RelyingParty, SignInClient } from '../../identity/sign-in/relying-party';
import { Sessions } from '../../identity/sign-in/sessions';
import type { Queryable } from '../../identity/viewer-of';
import { log } from '../../log';
import type { Viewer } from '../../policy/viewer';
import { factsOf } from '../format-error-facts';
import type { RateLimits } from '../rate-limits';
import { developmentSignInRoutes, loginPage, providerPage } from './development';
import { type SignIn, signInRoutes } from './routes';

export interface SignInParts {
  readonly config: Config;
  readonly database: Prepared;
  readonly pool: Queryable;
  readonly rates: RateLimits;
  readonly viewerOf: (subject: string) => Promise<Viewer>;
  readonly personas: () => Promise<readonly Persona[]>;
  /** Where the server turned out to listen. */
  readonly listensAt: () => string;
  readonly now: () => Date;
}

export interface OpenSignIn {
  readonly sessions: Sessions;
  readonly routes: (app: FastifyInstance) => void;
  close(): void;
}

const SWEEP = 5 * 60_000;

/** Made once, when it is first needed, and again when that failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** Both libraries are large, and most starts never need them. */
const relyingParty = (client: SignInClient): RelyingParty => {
  const { RelyingParty } =
    require('../../identity/sign-in/relying-party') as typeof import('../../identity/sign-in/relying-party');
  return new RelyingParty(client);
};
const embedded = (parts: Parameters<typeof import('../../identity/development-provider').developmentProvider>[0]) => {
  const { developmentProvider } =
    require('../../identity/development-provider') as typeof import('../../identity/development-provider');
  return developmentProvider(parts);
};

const redirectUri = (origin: URL) => new URL('/auth/callback', origin);

/** At the broker of the settings. */
async function atBroker({ issuer, clientId, keyFile }: SignInSource, origin: URL) {
  const key = await clientKeyIn(keyFile);
  return once(async () => relyingParty({ issuer, clientId, key, redirectUri: redirectUri(origin) }));
}

/** At the embedded provider, which this same server is. */
function atEmbedded({ config, viewerOf, personas, listensAt }: SignInParts, sessions: Sessions) {
  const origin = () => config.publicUrl ?? new URL(listensAt());
  const hasAccount = (subject: string) =>
    viewerOf(subject).then(
      () => true,
      (error: unknown) => {
        if (error instanceof EwsError && error.code === 'UNAUTHENTICATED') return false;
        throw error;
      },
    );
  const tokenRefused = (...told: Parameters<Sessions['tokenRefused']>) => {
    sessions.tokenRefused(...told).catch((error) => log.warn(factsOf(error), 'A refused token is not written down.'));
  };
  const { dataFolder } = config;
  const provider = once<DevelopmentProvider>(() =>
    embedded({ origin: origin(), dataFolder, loginPage, page: providerPage, hasAccount, tokenRefused }),
  );
  const client = once(async () =>
    relyingParty({
      issuer: new URL(PROVIDER_PATH, origin()),
      clientId: CLIENT_ID,
      key: await clientKey(dataFolder),
      redirectUri: redirectUri(origin()),
    }),
  );
  return { client, routes: developmentSignInRoutes({ provider, personas, hasAccount }) };
}

type Routes = OpenSignIn['routes'];

async function routesOf(parts: SignInParts, rest: Omit<SignIn, 'provider'>): Promise<Routes> {
  const { mode, signIn, publicUrl } = parts.config;
  if (signIn) return signInRoutes({ ...rest, provider: await atBroker(signIn, publicUrl as URL) });
  // In production without a broker nobody signs in with a browser.
  if (mode !== 'development') return () => undefined;
  const { client, routes } = atEmbedded(parts, rest.sessions);
  return (app) => {
    signInRoutes({ ...rest, provider: client })(app);
    routes(app);
  };
}

/** @throws Unavailable in one sentence for the operator when the key of the settings is none. */
export async function openSignIn(parts: SignInParts): Promise<OpenSignIn> {
  const { config, database, pool, rates, now } = parts;
  const contextOf = (viewer: Viewer) => signContext(viewer, database.contextKey, new Date());
  const { idle, absolute } = config.sessionMinutes;
  const limits = { idle: idle * 60_000, absolute: absolute * 60_000 };
  const sessions = new Sessions(database.app, pool, contextOf, limits, (error) =>
    log.error(factsOf(error), 'A session has ended, and that is not in the audit log.'),
  );
  const routes = await routesOf(parts, { sessions, seal: new AttemptSeal(database.contextKey), rates, now });
  const sweep = setInterval(() => {
    sessions.sweep(now()).catch((error) => log.warn(factsOf(error), 'Sessions that have ended are not removed now.'));
  }, SWEEP).unref();
  return {
    sessions,
    routes,
    close: () => clearInterval(sweep),
  };
}
