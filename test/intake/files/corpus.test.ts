import { answerTask } from '../../../src/intake/files/answer-task';
import { readFile } from '../../../src/intake/files/read-file';
import { type BadFile, CORPUS, type Ground } from '../corpus';
import { ground } from './ground';

/** Wide: a test may share its machine with much else. */
const MOST_SECONDS = 15;
/** A thread of its own costs a second each where TypeScript has to be made runnable; these may harm the thread that reads them. */
const HEAVY = /bomb|10 MB|absurd|million|hundred thousand|cut off|laughs|last row|a thousand parts/;

describe('every bad file is answered in words', () => {
  let made: Ground;
  beforeAll(async () => {
    made = await ground();
  });

  async function findingsOf({ name }: BadFile, bytes: Buffer) {
    if (HEAVY.test(name)) return (await readFile(bytes, made.form, { party: 'a' })).findings;
    const answer = await answerTask({ kind: 'READ', bytes, form: made.form });
    return 'refused' in answer ? answer.refused : 'read' in answer ? answer.read.findings : [];
  }

  it('has many', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
  });

  it.each(CORPUS.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const bytes = file.make(made);
    const began = performance.now();
    const findings = await findingsOf(file, bytes);
    expect((performance.now() - began) / 1000).toBeLessThan(MOST_SECONDS);
    const rules = findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining([...file.finds]));
    const errors = findings.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule);
    expect(errors.filter((rule) => !file.finds.includes(rule))).toEqual([]);
    // What may be personal is in no finding.
    expect(JSON.stringify(findings)).not.toMatch(/111222333|jan\.jansen/);
  });
});
