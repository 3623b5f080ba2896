/**
 * The identity provider of a development server: oidc-provider, whole, with the personas as its accounts. It is a real
 * one, so that signing in here goes as it goes in production; only its login page believes everybody.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { type Configuration, errors, type KoaContextWithOIDC, Provider, type ResourceServer } from 'oidc-provider';
import { ASSURANCES, type Assurance } from '../domain/vocabulary';
import { ACR } from './assurance-of';
import { CLIENT_ID, clientKey, PROVIDER_PATH, RESOURCE, SERVICE_ID, serviceKey } from './development-clients';
import { AUDIENCE, DEVELOPMENT_ISSUER } from './development-issuer';
import { developmentKey, publicPart } from './development-key';
import { BY_ITSELF, type Origin } from './sign-in/session-log';

/** Seconds. A program asks for a new token when it needs one; an id token serves once (OIDC-NLGOV: five minutes at most). */
const TTL = {
  AccessToken: 300,
  ClientCredentials: 600,
  Grant: 600,
  IdToken: 300,
  Interaction: 600,
  Session: 28_800,
} as const;

export interface ProviderParts {
  /** Where the server is, such as http://localhost:4000. */
  readonly origin: URL;
  readonly dataFolder: string;
  /** The address of the page on which somebody chooses who they are. */
  readonly loginPage: (uid: string) => string;
  readonly hasAccount: (subject: string) => Promise<boolean>;
  /** Told of a program that is known and got no token. */
  readonly tokenRefused: (clientId: string, from: Origin) => void;
  /** Writes a page of the provider itself; `form` is what its buttons send. */
  readonly page: (context: KoaContextWithOIDC, about: 'leave' | 'left' | 'failed', form?: string) => void;
}

const PRIVATE_KEY_JWT = {
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
} as const;

async function clientsOf({ origin, dataFolder }: ProviderParts): Promise<Configuration['clients']> {
  const [ours, service] = await Promise.all([clientKey(dataFolder), serviceKey(dataFolder)]);
  return [
    {
      ...PRIVATE_KEY_JWT,
      client_id: CLIENT_ID,
      jwks: { keys: [publicPart(ours)] as never },
      redirect_uris: [new URL('/auth/callback', origin).href],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      backchannel_logout_uri: new URL('/auth/backchannel-logout', origin).href,
      backchannel_logout_session_required: true,
    },
    {
      ...PRIVATE_KEY_JWT,
      client_id: SERVICE_ID,
      jwks: { keys: [publicPart(service)] as never },
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    },
  ];
}

function configurationOf(parts: ProviderParts, clients: Configuration['clients'], signingKey: JWK): Configuration {
  return {
    clients,
    jwks: { keys: [{ ...signingKey, use: 'sig' }] as never },
    clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
    enabledJWA: { idTokenSigningAlgValues: ['EdDSA'], clientAuthSigningAlgValues: ['ES256'] },
    // Not a secret of anybody: whoever reads the data folder can issue tokens.
    cookies: {
      keys: [createHash('sha256').update(String(signingKey.d)).digest('hex')],
      long: { httpOnly: true, path: PROVIDER_PATH, sameSite: 'lax' },
    },
    scopes: ['openid'],
    claims: { openid: ['sub', 'acr'] },
    acrValues: Object.keys(ASSURANCES).map((level) => ACR[level as Assurance]),
    ttl: TTL,
    findAccount: async (_context, subject) =>
      (await parts.hasAccount(subject)) ? { accountId: subject, claims: async () => ({ sub: subject }) } : undefined,
    interactions: { url: (_context, { uid }) => parts.loginPage(uid) },
    loadExistingGrant: grantOfEveryone,
    renderError: async (context) => parts.page(context, 'failed'),
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    // It refuses to talk to this computer, and everybody it talks to is on this computer.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
    formats: {
      // One name for whatever this data folder signs, on whichever port: also what `npm run token` prints.
      customizers: { jwt: (_context, _token, { payload }) => void Object.assign(payload, { iss: DEVELOPMENT_ISSUER }) },
    },
    features: {
      backchannelLogout: { enabled: true },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        getResourceServerInfo: async (_context, resource) => apiAt(resource),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => parts.page(context, 'leave', form),
        postLogoutSuccessSource: async (context) => parts.page(context, 'left'),
      },
      userinfo: { enabled: false },
    },
  };
}

/** The one API that there are tokens for. */
function apiAt(resource: string): ResourceServer {
  if (resource !== RESOURCE) throw new errors.InvalidTarget();
  return {
    scope: '',
    audience: AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: TTL.ClientCredentials,
    jwt: { sign: { alg: 'EdDSA' } },
  };
}

/** Nobody is asked whether the API may know who they are: that is what they came for. */
async function grantOfEveryone({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

export interface DevelopmentProvider {
  /** Answers a request below its path. */
  handle(request: IncomingMessage, response: ServerResponse, from: Origin): void;
  /** What the browser on the login page came for; throws when it came for nothing, or too late. */
  asked(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ readonly language: string; readonly acr: string }>;
  /** Sends the browser on, as this subject. */
  signIn(request: IncomingMessage, response: ServerResponse, subject: string, assurance: Assurance): Promise<void>;
}

/** Where requests come from: the provider would take the word of a header for it. */
const origins = new WeakMap<IncomingMessage, Origin>();
const originOf = (request: IncomingMessage) => origins.get(request) ?? BY_ITSELF;

/** @throws Unavailable in one sentence when the data folder cannot be written. */
export async function developmentProvider(parts: ProviderParts): Promise<DevelopmentProvider> {
  const { origin, dataFolder } = parts;
  const signingKey = await developmentKey(dataFolder, 'development-issuer', 'EdDSA');
  const issuer = new URL(PROVIDER_PATH, origin).href;
  const provider = new Provider(issuer, configurationOf(parts, await clientsOf(parts), signingKey));
  provider.on('grant.error', ({ oidc, req }) => {
    const { clientId, grantTypes = [] } = oidc.client ?? {};
    if (!clientId || !grantTypes.includes('client_credentials')) return;
    parts.tokenRefused(clientId, originOf(req));
  });
  const handler = provider.callback();
  return {
    handle(request, response, from) {
      origins.set(request, from);
      // It finds out where it is mounted by comparing the two.
      Object.assign(request, { originalUrl: request.url, url: request.url?.slice(PROVIDER_PATH.length) });
      void handler(request, response);
    },
    async asked(request, response) {
      const { params } = await provider.interactionDetails(request, response);
      return { language: String(params.ui_locales ?? ''), acr: String(params.acr_values ?? '') };
    },
    signIn: (request, response, accountId, assurance) =>
      provider.interactionFinished(request, response, { login: { accountId, acr: ACR[assurance] } }),
  };
}
