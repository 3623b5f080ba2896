/** What no source may say to the database: a setting that stays on a connection, which the next request would find there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDERS = ['src', 'resolvers', 'schema', 'entities', 'seeds'];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))),
).filter((name) => /\.(ts|sql)$/.test(name));

/** Without what is only said to people. */
const codeOf = (text: string) => text.replaceAll(/\/\*\*.*?\*\//gs, '').replaceAll(/^\s*(\/\/|--).*$/gm, '');

/** Statements that change a setting of the session rather than of the transaction. */
const STAYS: readonly RegExp[] = [
  // A statement of its own in a text: not "update … set", nor the clause of a function or a role.
  /(?<=['"`;]\s*)set\s+(session\s+|role\b|(?!local\b|constraints\b|transaction\b)[a-z_.]+\s*(=|to\b))[^'"`]*/gi,
  // Or of the connection, when it is opened.
  /-c ews\.context=/g,
  /(?<=['"`;]\s*)(reset\s+(all|role)\b|discard\s|listen\s|declare\s+\w+\s+(no scroll\s+)?cursor\s+with\s+hold)/gi,
];

/** Where one is on purpose, and why nobody else finds it. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/database/data-source.ts': 'our own jobs, on a data source that nobody else has and that ends with them',
  'src/database/migrate.ts': 'the owner, on a connection that ends with the migrations',
};

/** The calls of set_config, each up to the parenthesis that closes it, of which the last argument is not the word true. */
function configuredForTheSession(code: string): string[] {
  return [...code.matchAll(/\bset_config\s*\(/g)].flatMap(({ index, 0: opening }) => {
    let depth = 1;
    let end = index + opening.length;
    for (; depth > 0 && end < code.length; end++) depth += { '(': 1, ')': -1 }[code[end] as '('] ?? 0;
    const call = code.slice(index, end);
    return /,\s*true\s*\)$/.test(call) ? [] : [call];
  });
}

function staying(text: string): string[] {
  const code = codeOf(text);
  return [...configuredForTheSession(code), ...STAYS.flatMap((pattern) => code.match(pattern) ?? [])];
}

test('no source sets anything on a session', () => {
  const found = sources.filter((name) => staying(readFileSync(join(ROOT, name), 'utf8')).length > 0);
  expect(sources.length).toBeGreaterThan(200);
  expect(found).toEqual(Object.keys(ALLOWED));
});

test.each([
  "query(`select set_config('ews.context', $1, false)`)",
  "query(`select set_config('ews.context', $1, $2)`)",
  "query('set ews.context = 1')",
  "query('SET statement_timeout TO 0')",
  'query(`set session characteristics as transaction read only`)',
  "query('set role ews_owner')",
  "query('select 1; set search_path = hostile')",
  "query('reset all')",
  "query('discard all')",
  "query('listen changes')",
  "query(`perform set_config('ews.context', encode(sha256(x), 'hex'), false)`)",
  "options: '-c ews.context=JA'",
])('this would be noticed: %s', (text) => {
  expect(staying(text)).not.toEqual([]);
});

test.each([
  "query(`select set_config('ews.context', $1, true)`)",
  "query(`perform set_config('ews.context', encode(sha256(x), 'hex'), true)`)",
  "query('set local statement_timeout = 1')",
  "query('update melding set reason = $1')",
  '// never: set search_path = hostile',
])('and this is nothing to notice: %s', (text) => {
  expect(staying(text)).toEqual([]);
});
