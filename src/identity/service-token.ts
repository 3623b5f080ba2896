import type { JWK } from 'jose';
import { ClientError, clientCredentialsGrant, ResponseBodyError } from 'openid-client';
import { Unavailable } from '../errors';
import { discovered } from './sign-in/relying-party';

export interface ServiceClient {
  readonly issuer: URL;
  readonly clientId: string;
  readonly key: JWK;
  readonly resource: string;
}

const REFUSED = new Unavailable({
  en: 'The identity provider does not know this program, or not by this key.',
  nl: 'De identiteitsverstrekker kent dit programma niet, of niet met deze sleutel.',
});
const AWAY = new Unavailable({
  en: 'The identity provider does not answer: start the server with npm start, or name another place with --at.',
  nl: 'De identiteitsverstrekker antwoordt niet: start de server met npm start, of noem een andere plek met --at.',
});

/**
 * An access token for a program: client credentials, with a signature of its private key in place of a secret.
 *
 * @throws Unavailable in one sentence when the provider is away, or does not know the program.
 */
export async function serviceToken({ issuer, clientId, key, resource }: ServiceClient): Promise<string> {
  try {
    const provider = await discovered(issuer, clientId, key);
    return (await clientCredentialsGrant(provider, { resource })).access_token;
  } catch (error) {
    if (error instanceof ResponseBodyError) throw REFUSED;
    throw error instanceof ClientError || error instanceof TypeError ? AWAY : error;
  }
}
