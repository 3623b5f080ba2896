import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelPart } from '../../src/cli/risk-model/page';
import { WORLD_SIZES } from '../../src/config';
import { freshDatabase, type TestDatabase } from '../support/database';
import { ROOT, run } from '../support/programs';

const written = () => readFileSync(join(ROOT, 'docs/risk-model.md'), 'utf8');
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
const backTest = (...words: string[]) =>
  run('src/cli/main.ts', ['back-test', ...words], {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    EWS_WORLD: 'small',
  });

describe('The back-test', () => {
  it('is printed when it is of another world than the page in the repository', async () => {
    const before = written();
    const { code, stdout } = await backTest();
    expect(code).toBe(0);
    expect(stdout.startsWith(modelPart())).toBe(true);
    expect(stdout).toContain('## What this does not prove');
    expect(written()).toBe(before);
  });

  it('refuses a world that is not there, in one sentence', async () => {
    const { code, stdout, stderr } = await backTest('--world', 'large');
    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: `--world: must be one of ${WORLD_SIZES.join(', ')}.\n`,
    });
  });
});
