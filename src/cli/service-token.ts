import { parseArgs } from 'node:util';
import { Unavailable } from '../errors';
import { PROVIDER_PATH, RESOURCE, SERVICE_ID, serviceKey } from '../identity/development-clients';
import { serviceToken } from '../identity/service-token';
import type { Command } from './command';

const NOT_HERE = new Unavailable({
  en: 'This key is that of a development server: in production a program asks the identity provider itself.',
  nl: 'Deze sleutel is die van een ontwikkelserver: in productie vraagt een programma het de identiteitsverstrekker zelf.',
});

/** The same request that a program of the IGJ would send, to the server that is running. */
export const serviceTokenCommand: Command = {
  says: 'prints an access token for the program of the IGJ, asked of the server that runs (--at http://localhost:4000)',
  run: async ({ mode, port, dataFolder }, words) => {
    if (mode !== 'development') throw NOT_HERE;
    const { at } = parseArgs({ args: words, options: { at: { type: 'string' } } }).values;
    const issuer = new URL(PROVIDER_PATH, at ?? `http://localhost:${port}`);
    const client = { issuer, clientId: SERVICE_ID, key: await serviceKey(dataFolder), resource: RESOURCE };
    process.stdout.write(`${await serviceToken(client)}\n`);
  },
};
