/**
 * Our side of OpenID Connect: the authorization code flow with PKCE, as a confidential client that proves who it is with
 * its private key (private_key_jwt) and has no secret to lose. Of what the provider gives only the id token is used, and
 * of that only who signed in: no token reaches the browser, and none is kept.
 */
import { createRemoteJWKSet, type JWK } from 'jose';
import * as oidc from 'openid-client';
import type { Assurance } from '../../domain/vocabulary';
import { EwsError, Unavailable } from '../../errors';
import { ACR } from '../assurance-of';
import { unauthenticated } from '../unauthenticated';
import type { Attempt } from './attempt';
import { signingKey } from './client-key';
import { type EndedAtProvider, logoutTokenVerifier } from './logout-token';
import type { SignedIn } from './sessions';

/** The identity provider people sign in at, and who we are there. */
export interface SignInClient {
  readonly issuer: URL;
  readonly clientId: string;
  readonly key: JWK;
  /** Where the provider sends the browser back to; registered there, letter for letter. */
  readonly redirectUri: URL;
}

export interface Wish {
  readonly returnTo: string;
  /** Null: whatever the provider does by itself. */
  readonly assurance: Assurance | null;
  readonly language: string | null;
  readonly session: string | null;
}

/** How long the provider may keep somebody waiting, in seconds. */
const PATIENCE = 5;

/** Proves who the client is with a signature: nothing that the provider could lose. */
async function clientProof(jwk: JWK): Promise<oidc.ClientAuth> {
  const key = await signingKey(jwk);
  return oidc.PrivateKeyJwt(jwk.kid ? { key, kid: jwk.kid } : key);
}

/** What the provider publishes of itself. Plain http only for a provider on this computer: see config.ts. */
export async function discovered(issuer: URL, clientId: string, key: JWK): Promise<oidc.Configuration> {
  const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, clientId, undefined, await clientProof(key), { execute, timeout: PATIENCE });
}

const AWAY = {
  en: 'The identity provider cannot be reached at the moment. Try again in a moment.',
  nl: 'De identiteitsverstrekker is op dit moment niet bereikbaar. Probeer het zo meteen opnieuw.',
};

/** The provider said no, or something that does not hold; everything else is trouble between it and us. */
function refusal(error: unknown): EwsError {
  if (error instanceof EwsError) return error;
  const isAnswer = error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError;
  const code = error instanceof oidc.ClientError ? (error.code ?? '') : '';
  const isAway = /TIMEOUT|FETCH|ABORT/.test(code);
  return isAnswer || (code !== '' && !isAway) ? unauthenticated('refused') : new Unavailable(AWAY);
}

export class RelyingParty {
  private known: Promise<oidc.Configuration> | null = null;
  private verifyLogout: ReturnType<typeof logoutTokenVerifier> | null = null;

  constructor(private readonly client: SignInClient) {}

  /** Where to send the browser, and what it needs to finish when it comes back. */
  async start({ assurance, language, ...kept }: Wish): Promise<{ url: URL; attempt: Attempt }> {
    const provider = await this.provider();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier, ...kept };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.client.redirectUri.href,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      // A session has an absolute end because somebody must show again who they are: not a provider that remembers.
      prompt: 'login',
      ...(assurance && { acr_values: ACR[assurance] }),
      ...(language && { ui_locales: language }),
    });
    return { url, attempt };
  }

  /**
   * Who signed in, when the browser is back.
   *
   * @throws Forbidden (UNAUTHENTICATED) when anything about the answer does not fit the attempt; Unavailable when the provider is away.
   */
  async finish(search: string, { state, nonce, codeVerifier }: Attempt): Promise<SignedIn> {
    const provider = await this.provider();
    const url = new URL(this.client.redirectUri);
    url.search = search;
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    };
    const tokens = await oidc.authorizationCodeGrant(provider, url, checks).catch((error) => {
      throw refusal(error);
    });
    const { sub, acr, sid } = tokens.claims() as oidc.IDToken;
    const text = (claim: unknown) => (typeof claim === 'string' ? claim : null);
    return { subject: sub, acr: text(acr), providerSession: text(sid) };
  }

  /** What the provider says has ended, by its logout token. Throws as the verifier does. */
  async ended(logoutToken: string, now: Date): Promise<EndedAtProvider> {
    const { issuer, jwks_uri } = (await this.provider()).serverMetadata();
    this.verifyLogout ??= logoutTokenVerifier({
      issuer,
      clientId: this.client.clientId,
      keyFor: createRemoteJWKSet(new URL(jwks_uri as string), { timeoutDuration: PATIENCE * 1_000 }),
    });
    return this.verifyLogout(logoutToken, now);
  }

  private provider(): Promise<oidc.Configuration> {
    const { issuer, clientId, key } = this.client;
    this.known ??= discovered(issuer, clientId, key).catch((error) => {
      // Asked again next time: a provider that was away comes back.
      this.known = null;
      throw refusal(error);
    });
    return this.known;
  }
}
