/** `npm run -s token -- --as ja`: prints a token of the development issuer, and nothing else. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { type Config, readConfig } from '../config';
import { embeddedFolder, openDatabase } from '../database/open';
import { signContext } from '../database/signed-context';
import { EwsError, Invalid, NotFound, Unavailable } from '../errors';
import { developmentIssuer } from '../identity/development-issuer';
import { examplePersonas, type Persona } from '../identity/personas';
import { viewerLookup } from '../identity/viewer-of';
import { SYSTEM } from '../policy/viewer';
import { refuse } from '../refuse';

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** "90m" in seconds; without a text a working day, by the issuer. */
function secondsOf(lifetime: string | undefined): number | undefined {
  if (lifetime === undefined) return undefined;
  const [, amount, unit] = /^(\d{1,5})([smhd])$/.exec(lifetime) ?? [];
  if (amount && unit) return Number(amount) * SECONDS[unit as keyof typeof SECONDS];
  throw new Invalid([
    { field: '--lifetime', en: 'must look like 30m, 8h or 7d.', nl: 'moet de vorm 30m, 8h of 7d hebben.' },
  ]);
}

const REFUSALS = {
  production: new Unavailable({
    en: 'Tokens are printed only when EWS_MODE is development: in production the identity provider issues them.',
    nl: 'Tokens worden alleen afgedrukt als EWS_MODE development is: in productie geeft de identiteitsverstrekker ze uit.',
  }),
  empty: new Unavailable({
    en: 'There are no accounts in this database yet: start the server once with npm start.',
    nl: 'Er zijn nog geen accounts in deze database: start de server een keer met npm start.',
  }),
  unknown: new NotFound({
    en: 'There is no active account of that name: npm run -s token -- --list shows some.',
    nl: 'Er is geen actief account met die naam: npm run -s token -- --list toont er een paar.',
  }),
};

/** SQLSTATE undefined_table and invalid_schema_name: nothing has been migrated yet. */
const IS_EMPTY = ['42P01', '3F000'];

/** Works on the database of the settings: the one of a running server, or else the embedded one, for as long as it takes. */
async function withAccounts<T>(config: Config, work: (client: Client, systemContext: () => string) => Promise<T>) {
  // Signing in is no reason to make an archive.
  if (!config.database && !existsSync(embeddedFolder(config.dataFolder))) throw REFUSALS.empty;
  const { urls, stop } = await openDatabase(config);
  const client = new Client({ connectionString: urls.owner, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ key: Buffer }>('select key from ews_sec.context_key');
    const [row] = rows;
    if (!row) throw REFUSALS.empty;
    return await work(client, () => signContext(SYSTEM, row.key, new Date()));
  } catch (error) {
    throw IS_EMPTY.includes((error as { code?: string }).code ?? '') ? REFUSALS.empty : error;
  } finally {
    await client.end();
    await stop();
  }
}

function table(personas: readonly Persona[]): string {
  if (personas.length === 0) throw REFUSALS.empty;
  const width = Math.max(...personas.map((persona) => persona.as.length)) + 2;
  return personas.map(({ as, name, functions }) => `${as.padEnd(width)}${name} (${functions.join(', ')})\n`).join('');
}

async function tokenFor(config: Config, subject: string, lifetime: number | undefined): Promise<string> {
  await withAccounts(config, (client, systemContext) => viewerLookup(client, systemContext)(subject)).catch((error) => {
    throw error instanceof EwsError && error.code === 'UNAUTHENTICATED' ? REFUSALS.unknown : error;
  });
  const issuer = await developmentIssuer(config);
  const { token } = await issuer.issueToken(subject, lifetime === undefined ? {} : { lifetime });
  return `${token}\n`;
}

const NOTHING_ASKED = new Invalid([
  {
    field: '--as',
    en: 'names the account, such as --as ja; --lifetime 8h says for how long, and --list shows some accounts.',
    nl: 'noemt het account, zoals --as ja; --lifetime 8h zegt voor hoe lang, en --list toont een paar accounts.',
  },
]);

function options(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { as: { type: 'string' }, lifetime: { type: 'string' }, list: { type: 'boolean' } },
    }).values;
  } catch {
    return {};
  }
}

async function main(words: readonly string[]): Promise<void> {
  const { as, lifetime, list } = options(words);
  const config = readConfig();
  if (config.mode !== 'development') throw REFUSALS.production;
  if (list) process.stdout.write(table(await withAccounts(config, examplePersonas)));
  else if (as) process.stdout.write(await tokenFor(config, as, secondsOf(lifetime)));
  else throw NOTHING_ASKED;
}

main(process.argv.slice(2)).catch(refuse);
