import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorization } from '../../src/cli/authorization';
import { rowLevelSecurity } from '../../src/policy/row-level-security';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

test('the page on who may see what is the table of the code', () => {
  expect(read('docs/authorization.md')).toBe(authorization());
});

test('the policies in the migration are those of the table', () => {
  expect(read('src/database/migrations/0003-policies.sql')).toBe(rowLevelSecurity());
});
