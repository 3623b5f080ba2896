import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glossary } from '../../src/cli/glossary';

test('the glossary is the word lists of the code', () => {
  const written = readFileSync(join(__dirname, '../../docs/glossary.md'), 'utf8');
  expect(written).toBe(glossary());
});
