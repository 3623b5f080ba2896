/** docs/security.md names a test for what it says is met: each of them exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** How many requirements of each letter the design has. */
const REQUIRED = { A: 14, G: 11, P: 3, L: 4, S: 6, U: 6, D: 12 };
const IDS = Object.entries(REQUIRED).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, at) => `R-${letter}${at + 1}`),
);
const HOLES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P9', 'P10', 'P11', 'P14'];

const rows = [...page.matchAll(/^\| (R-[A-Z]\d+|P\d+) \| (.*?) \| (.*?) \| ?(.*?) ?\|$/gm)].map(
  ([, id, state, how, proof]) =>
    ({ id, state, how, proof: proof ?? '' }) as Record<'id' | 'state' | 'how' | 'proof', string>,
);

const proofs = rows.flatMap(({ id, proof }) =>
  (proof === '' ? [] : proof.split(' · ')).map((one) => {
    const [, file = '', title = ''] = one.match(/^`(test\/[\w./-]+\.test\.ts)`: (.+)$/) ?? [];
    return { id, file, title };
  }),
);

test('the page speaks of every requirement once, and of every hole', () => {
  expect(rows.map(({ id }) => id).sort()).toEqual([...IDS, ...HOLES].sort());
});

test.each(rows.filter(({ id }) => id.startsWith('R-')))(
  '$id says how it stands with it, and $state is one of four',
  ({ state, how, proof }) => {
    expect(['met', 'partly', 'not met']).toContain(state);
    expect(how.length).toBeGreaterThan(10);
    // What a version number says needs no test of ours.
    if (state === 'met' && !/pinned/.test(how)) expect(proof).not.toBe('');
  },
);

test.each(proofs)('$id is proven by a test that exists: $title', ({ file, title }) => {
  expect(existsSync(join(ROOT, file))).toBe(true);
  const source = readFileSync(join(ROOT, file), 'utf8');
  // To its end, but for what a title says of a run.
  const ends = ['"', "'", '`', ' (EWS_SEED'];
  const said = ends.some((end) => ['"', "'", '`'].some((quote) => source.includes(`${quote}${title}${end}`)));
  expect([title, said]).toEqual([title, true]);
});

test('the page names no setting for a pooler that the settings do not name', () => {
  const named = page.match(/\?pooler=\w+/)?.[0];
  expect(readFileSync(join(ROOT, 'src/config.ts'), 'utf8')).toContain(named);
});
