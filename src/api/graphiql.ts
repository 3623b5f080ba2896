/**
 * The workbench of a development server: GraphiQL at `/`, with a menu of accounts to look around as and of examples. All
 * of it is served from the installed packages, so it works offline. In production none of these routes exists.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PARTY_FUNCTIONS, PARTY_KINDS } from '../domain/vocabulary';
import { EwsError, Invalid, NotFound } from '../errors';
import type { DevelopmentIssuer } from '../identity/development-issuer';
import type { Persona } from '../identity/personas';
import type { Viewer } from '../policy/viewer';
import { EXAMPLES } from './graphiql-examples';

const OURS = join(__dirname, 'graphiql');
const packaged = (name: string, ...path: string[]) => join(dirname(require.resolve(`${name}/package.json`)), ...path);

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
} as const;

/** Exactly these files, at exactly these addresses. */
const FILES: readonly (readonly [address: string, file: string, type: keyof typeof TYPES])[] = [
  ['/', join(OURS, 'index.html'), 'html'],
  ['/workbench/app.js', join(OURS, 'app.js'), 'js'],
  ['/workbench/app.css', join(OURS, 'app.css'), 'css'],
  ['/workbench/graphiql.js', packaged('graphiql', 'graphiql.min.js'), 'js'],
  ['/workbench/graphiql.css', packaged('graphiql', 'graphiql.min.css'), 'css'],
  ['/workbench/react.js', packaged('react', 'umd', 'react.production.min.js'), 'js'],
  ['/workbench/react-dom.js', packaged('react-dom', 'umd', 'react-dom.production.min.js'), 'js'],
];

/** Scripts from here only, and none in the page itself. GraphiQL carries its fonts and icons in its style sheet. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'font-src data:',
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Workbench {
  readonly issuer: DevelopmentIssuer;
  readonly viewerOf: (subject: string) => Promise<Viewer>;
  readonly personas: () => Promise<readonly Persona[]>;
}

const NO_ACCOUNT = new NotFound({
  en: 'There is no active account of that name.',
  nl: 'Er is geen actief account met die naam.',
});
const NO_NAME = new Invalid([
  {
    field: 'as',
    en: 'must be the name of an account, such as "ja".',
    nl: 'moet de naam van een account zijn, zoals "ja".',
  },
]);

function accountIn(body: unknown): string {
  const as = typeof body === 'object' && body !== null && 'as' in body ? body.as : null;
  if (typeof as === 'string' && as !== '' && as.length <= 255) return as;
  throw NO_NAME;
}

function shown({ as, kind, name, functions }: Persona) {
  const held = kind === 'JA' ? ` · ${functions.map((held) => PARTY_FUNCTIONS[held].nl).join(', ')}` : '';
  return { as, kind: PARTY_KINDS[kind].nl, label: `${name}${held}` };
}

/** The routes of the workbench, to be added to a development server. */
export function graphiqlRoutes({ issuer, viewerOf, personas }: Workbench): (app: FastifyInstance) => void {
  return (app) => {
    for (const [address, file, type] of FILES) {
      app.get(address, async (_request, reply) =>
        reply
          .header('content-security-policy', PAGE_POLICY)
          .type(TYPES[type])
          .send(await readFile(file)),
      );
    }
    app.get('/workbench/menu.json', async () => ({ personas: (await personas()).map(shown), examples: EXAMPLES }));
    app.post('/development/token', async (request) => {
      const as = accountIn(request.body);
      await viewerOf(as).catch((error: unknown) => {
        throw error instanceof EwsError && error.code === 'UNAUTHENTICATED' ? NO_ACCOUNT : error;
      });
      return issuer.issueToken(as);
    });
  };
}
