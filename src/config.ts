/**
 * The settings of one process. This is the only file that reads the environment: what is not in this table cannot be
 * set, and what is wrong is said at once, all of it, before anything starts.
 */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type ClamdAddress, clamdAddress } from './clamd-address';
import { Invalid, type Problem, type Sentence } from './errors';

export const WORLD_SIZES = ['small', 'demo', 'full'] as const;
/** small: for tests. demo: a country to look around in. full: 2.4 million declarations a year, for measuring. */
export type WorldSize = (typeof WORLD_SIZES)[number];

export const MODES = ['development', 'production'] as const;
/** development: signs its own tokens and shows its workbench. production: neither. */
export type Mode = (typeof MODES)[number];

/** Two roles of one database: the API signs in as the app role, migrations and seeds as the owner of the tables. */
export interface DatabaseUrls {
  readonly app: string;
  readonly owner: string;
}

/** Whose tokens are believed: the `iss` claim, and where its public keys are. */
export interface TokenSource {
  readonly issuer: string;
  readonly jwks: { readonly url: URL } | { readonly file: string };
}

/** Where people sign in with a browser, and who we are there. */
export interface SignInSource {
  readonly issuer: URL;
  readonly clientId: string;
  /** The file of our private key (JWK). */
  readonly keyFile: string;
}

export interface Config {
  readonly mode: Mode;
  /** Name or address of the interface to listen on. */
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder of the embedded database. */
  readonly dataFolder: string;
  /** Null: use the embedded database. */
  readonly database: DatabaseUrls | null;
  /** Null: seed nothing. */
  readonly world: WorldSize | null;
  /** Null: the key that the database made for itself. */
  readonly contextKey: Buffer | null;
  /** Absolute path of the file that the end of the audit log is added to every day; null: none. */
  readonly auditHeadFile: string | null;
  /** Null only in development: the built-in issuer. */
  readonly tokens: TokenSource | null;
  /** Points a minute; a request is one, and more when it costs much. */
  readonly rates: { readonly account: number; readonly anonymous: number };
  /** Addresses and networks of balancers of which the X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether the schema can be asked. */
  readonly introspection: boolean;
  /** Null: the embedded provider in development, nobody signs in with a browser in production. */
  readonly signIn: SignInSource | null;
  /** How browsers reach us, without a path. Null only in development: where the server listens. */
  readonly publicUrl: URL | null;
  /** Where clamd listens; null: files are not scanned, and that is said. */
  readonly scanner: ClamdAddress | null;
  /** How long a session lasts without a request, and at most. Minutes. */
  readonly sessionMinutes: { readonly idle: number; readonly absolute: number };
}

/** What is wrong with one setting; never repeats its value, which may be a secret. */
class Wrong implements Sentence {
  constructor(
    readonly en: string,
    readonly nl: string,
  ) {}
}

interface Setting<T> {
  readonly says: string;
  readonly otherwise?: string;
  readonly read: (text: string) => T | Wrong;
}

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (text: string): T | Wrong =>
    words.find((word) => word === text) ??
    new Wrong(`must be one of ${words.join(', ')}.`, `moet een van deze zijn: ${words.join(', ')}.`);

function port(text: string): number | Wrong {
  const isPort = /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
  return isPort ? Number(text) : new Wrong('must be a number from 0 to 65535.', 'moet een getal van 0 tot 65535 zijn.');
}

function host(text: string): string | Wrong {
  const isHost = /^[a-z0-9.:-]+$/i.test(text);
  return isHost ? text : new Wrong('must be a name or address.', 'moet een naam of adres zijn.');
}

function postgresUrl(text: string): string | Wrong {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isComplete = url && /^postgres(ql)?:$/.test(url.protocol) && url.username && url.pathname.length > 1;
  return isComplete
    ? text
    : new Wrong(
        'must look like postgres://user:password@host:5432/database.',
        'moet de vorm postgres://gebruiker:wachtwoord@host:5432/database hebben.',
      );
}

function hexKey(text: string): Buffer | Wrong {
  const isKey = /^([0-9a-f]{2}){32,}$/i.test(text);
  return isKey
    ? Buffer.from(text, 'hex')
    : new Wrong('must be at least 32 bytes in hexadecimal.', 'moet minstens 32 bytes zijn, hexadecimaal geschreven.');
}

function scanner(text: string): ClamdAddress | Wrong {
  return (
    clamdAddress(text) ??
    new Wrong(
      'must look like tcp://clamav:3310 or unix:/run/clamav/clamd.ctl.',
      'moet de vorm tcp://clamav:3310 of unix:/run/clamav/clamd.ctl hebben.',
    )
  );
}

function points(text: string): number | Wrong {
  const isRate = /^[1-9]\d{0,8}$/.test(text);
  return isRate
    ? Number(text)
    : new Wrong('must be a whole number above nought.', 'moet een geheel getal boven nul zijn.');
}

function networks(text: string): readonly string[] | Wrong {
  const all = text.split(',').map((one) => one.trim());
  const areNetworks = all.every((one) => {
    const [address = '', bits = '', ...more] = one.split('/');
    const most = { 4: 32, 6: 128 }[isIP(address)];
    return most !== undefined && more.length === 0 && (bits === '' || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  });
  return areNetworks
    ? all
    : new Wrong(
        'must be addresses or networks such as 10.0.0.0/8.',
        'moet adressen of netwerken zijn, zoals 10.0.0.0/8.',
      );
}
/** Over https nobody listens in; to this computer itself there is nobody between. */
const IS_SAFE = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])/;
const safeUrl = (text: string) => (IS_SAFE.test(`${text}/`) && URL.canParse(text) ? new URL(text) : null);

function keySet(text: string): TokenSource['jwks'] | Wrong {
  const url = safeUrl(text);
  if (url) return { url };
  if (!text.includes('://') && existsSync(text)) return { file: resolve(text) };
  return new Wrong(
    'must be an https address or an existing file.',
    'moet een https-adres of een bestaand bestand zijn.',
  );
}

const address = (text: string): URL | Wrong =>
  safeUrl(text) ?? new Wrong('must be an https address.', 'moet een https-adres zijn.');

function origin(text: string): URL | Wrong {
  const url = safeUrl(text);
  return url && url.href === `${url.origin}/`
    ? url
    : new Wrong('must be an https address without a path.', 'moet een https-adres zonder pad zijn.');
}

const existingFile = (text: string): string | Wrong =>
  existsSync(text) ? resolve(text) : new Wrong('must be an existing file.', 'moet een bestaand bestand zijn.');

function minutes(text: string): number | Wrong {
  const isCount = /^[1-9]\d{0,3}$/.test(text);
  return isCount
    ? Number(text)
    : new Wrong('must be a number of minutes from 1 to 9999.', 'moet een aantal minuten van 1 tot 9999 zijn.');
}

export const SETTINGS = {
  PORT: { says: 'TCP port of the API.', otherwise: '4000', read: port },
  EWS_HOST: {
    says: 'Where the API listens: localhost in development, where anybody may sign in as anybody; otherwise everywhere.',
    read: host,
  },
  EWS_MODE: {
    says: 'development signs its own tokens and shows its workbench; production does neither.',
    otherwise: 'development',
    read: oneOf(MODES),
  },
  EWS_DATA: {
    says: 'Folder of the embedded database.',
    otherwise: '.data',
    read: (text: string): string | Wrong => resolve(text),
  },
  DATABASE_URL: {
    says: 'A Postgres 15 or newer to use instead of the embedded one: the role that the API signs in as. Add ?pooler=transaction when a pooler in transaction mode stands before it.',
    read: postgresUrl,
  },
  DATABASE_OWNER_URL: {
    says: 'The same database for the role that owns the tables, for migrations and seeds. Never through a pooler.',
    read: postgresUrl,
  },
  EWS_WORLD: {
    says: 'Size of the invented world an empty database is filled with: demo in development, none in production.',
    read: oneOf(WORLD_SIZES),
  },
  EWS_CONTEXT_KEY: {
    says: 'Key that signs who is asking towards the database, hexadecimal. Otherwise the database makes one.',
    read: hexKey,
  },
  EWS_AUDIT_HEAD_FILE: {
    says: 'File that the end of the audit log is added to every day. Send it elsewhere: it shows whether the log was written anew.',
    read: (text: string): string | Wrong => resolve(text),
  },
  EWS_TOKEN_ISSUER: {
    says: 'Issuer of the access tokens that are believed (RFC 9068: of type at+jwt, for ews-api). Required in production.',
    read: (text: string): string | Wrong => text,
  },
  EWS_TOKEN_JWKS: {
    says: 'Its public keys: an https address or a file. Required in production.',
    read: keySet,
  },
  EWS_RATE_ACCOUNT: {
    says: 'Points that an account may spend per minute and address: a request is one, 50,000 points of cost are one more.',
    otherwise: '600',
    read: points,
  },
  EWS_RATE_ANONYMOUS: {
    says: 'The same for an address from which nobody has signed in.',
    otherwise: '60',
    read: points,
  },
  EWS_TRUSTED_PROXIES: {
    says: 'Balancers in front, separated by commas: of these alone X-Forwarded-For is believed. Otherwise of none.',
    read: networks,
  },
  EWS_INTROSPECTION: {
    says: 'Whether the schema can be asked: on in development, off in production.',
    read: oneOf(['on', 'off'] as const),
  },
  EWS_OIDC_ISSUER: {
    says: 'OpenID Connect provider that people sign in at with a browser. Otherwise the embedded one in development, none in production.',
    read: address,
  },
  EWS_OIDC_CLIENT: { says: 'Who we are at that provider (client_id).', read: (text: string): string | Wrong => text },
  EWS_OIDC_KEY: {
    says: 'File with the private key (JWK) that proves it: the provider has the public one.',
    read: existingFile,
  },
  EWS_PUBLIC_URL: {
    says: 'How browsers reach us, such as https://ews.example.nl; the provider sends them back to /auth/callback there.',
    read: origin,
  },
  EWS_CLAMD: {
    says: 'Where the virus scanner clamd listens: tcp://clamav:3310 or unix:/run/clamav/clamd.ctl. Without it files are not scanned.',
    read: scanner,
  },
  EWS_SESSION_IDLE_MINUTES: {
    says: 'How long somebody stays signed in without asking anything.',
    otherwise: '15',
    read: minutes,
  },
  EWS_SESSION_MINUTES: { says: 'How long somebody stays signed in at most.', otherwise: '480', read: minutes },
} as const satisfies Record<string, Setting<unknown>>;

type Name = keyof typeof SETTINGS;
type ValueOf<N extends Name> = Exclude<ReturnType<(typeof SETTINGS)[N]['read']>, Wrong>;

/** Settings that mean nothing without each other. */
const TOGETHER = [
  { names: ['DATABASE_URL', 'DATABASE_OWNER_URL'], requiredIn: null },
  { names: ['EWS_TOKEN_ISSUER', 'EWS_TOKEN_JWKS'], requiredIn: 'production' },
  { names: ['EWS_OIDC_ISSUER', 'EWS_OIDC_CLIENT', 'EWS_OIDC_KEY'], requiredIn: null },
] as const satisfies readonly { names: readonly Name[]; requiredIn: Mode | null }[];

function missingOnes(environment: NodeJS.ProcessEnv, mode: Mode | null): Problem[] {
  return TOGETHER.flatMap(({ names, requiredIn }) => {
    const missing = names.filter((name) => !environment[name]);
    const isNone = missing.length === names.length;
    const isWrong = isNone ? mode !== null && mode === requiredIn : missing.length > 0;
    return (isWrong ? missing : []).map((field) => ({
      field,
      en: `is missing; ${names.join(' and ')} are set together${requiredIn ? `, and always in ${requiredIn}` : ''}.`,
      nl: `ontbreekt; ${names.join(' en ')} horen bij elkaar${requiredIn ? `, en zijn in ${requiredIn} verplicht` : ''}.`,
    }));
  });
}

const NO_WAY_BACK: Problem = {
  field: 'EWS_PUBLIC_URL',
  en: 'is missing; with EWS_OIDC_ISSUER it says where the provider sends browsers back to.',
  nl: 'ontbreekt; met EWS_OIDC_ISSUER zegt het waarheen de verstrekker browsers terugstuurt.',
};
const NOT_IN_PRODUCTION: Problem = {
  field: 'EWS_OIDC_ISSUER',
  en: 'must be an https address in production.',
  nl: 'moet in productie een https-adres zijn.',
};

/** The settings, or Invalid with every problem at once. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: Problem[] = [];

  function value<N extends Name>(name: N): ValueOf<N> | null {
    const setting: Setting<unknown> = SETTINGS[name];
    const text = environment[name] || setting.otherwise;
    if (text === undefined) return null;
    const read = setting.read(text);
    if (!(read instanceof Wrong)) return read as ValueOf<N>;
    problems.push({ field: name, en: read.en, nl: read.nl });
    return null;
  }

  const mode = value('EWS_MODE');
  const [app, owner] = [value('DATABASE_URL'), value('DATABASE_OWNER_URL')];
  const [issuer, jwks] = [value('EWS_TOKEN_ISSUER'), value('EWS_TOKEN_JWKS')];
  const [provider, clientId, keyFile] = [value('EWS_OIDC_ISSUER'), value('EWS_OIDC_CLIENT'), value('EWS_OIDC_KEY')];
  const publicUrl = value('EWS_PUBLIC_URL');
  problems.push(...missingOnes(environment, mode));
  if (provider && !environment.EWS_PUBLIC_URL) problems.push(NO_WAY_BACK);
  // A provider on this computer is one of a developer.
  if (mode === 'production' && provider?.protocol === 'http:') problems.push(NOT_IN_PRODUCTION);
  const config = {
    mode: mode as Mode,
    host: value('EWS_HOST') ?? (mode === 'production' ? '0.0.0.0' : 'localhost'),
    port: value('PORT') as number,
    dataFolder: value('EWS_DATA') as string,
    database: app && owner ? { app, owner } : null,
    world: value('EWS_WORLD') ?? (mode === 'production' ? null : 'demo'),
    contextKey: value('EWS_CONTEXT_KEY'),
    auditHeadFile: value('EWS_AUDIT_HEAD_FILE'),
    tokens: issuer && jwks ? { issuer, jwks } : null,
    rates: { account: value('EWS_RATE_ACCOUNT') as number, anonymous: value('EWS_RATE_ANONYMOUS') as number },
    trustedProxies: value('EWS_TRUSTED_PROXIES') ?? [],
    introspection: (value('EWS_INTROSPECTION') ?? (mode === 'production' ? 'off' : 'on')) === 'on',
    signIn: provider && clientId && keyFile ? { issuer: provider, clientId, keyFile } : null,
    publicUrl,
    scanner: value('EWS_CLAMD'),
    sessionMinutes: {
      idle: value('EWS_SESSION_IDLE_MINUTES') as number,
      absolute: value('EWS_SESSION_MINUTES') as number,
    },
  };
  if (problems.length > 0) throw new Invalid(problems);
  return config;
}
