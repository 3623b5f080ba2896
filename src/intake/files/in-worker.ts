/**
 * Reads workbooks in a thread of their own, within bounds of time and memory: a file that a party sends may cost its own delivery,
 * and nothing else.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import type { Answer, Task } from './answer-task';
import { AtMost } from './at-most';
import type { FileRead } from './file-read';
import { type FileRule, Refusal } from './rules';

export interface Bounds {
  readonly seconds: number;
  /** Of the heap; buffers are bounded by the guard. */
  readonly megabytes: number;
}

const BOUNDS: Bounds = { seconds: 20, megabytes: 768 };

/** The others wait: a machine has few cores, and each may take all of the memory above. */
const line = new AtMost(2);

/** What a filled-in template says. Throws a Refusal when nothing of it can be read. */
export async function readInWorker(bytes: Buffer, form: Form, bounds: Bounds = BOUNDS): Promise<FileRead> {
  const answer = await line.run(() => run({ kind: 'READ', bytes, form }, bounds));
  if ('read' in answer) return answer.read;
  throw new Refusal('refused' in answer ? answer.refused : 'form.damaged');
}

/** The same file with findings written beside its cells (see write-findings). Throws a Refusal when it cannot be read. */
export async function annotateInWorker(
  bytes: Buffer,
  form: Form,
  findings: readonly CheckFinding[],
  bounds: Bounds = BOUNDS,
): Promise<Buffer> {
  const answer = await line.run(() => run({ kind: 'ANNOTATE', bytes, form, findings }, bounds));
  if ('written' in answer) return Buffer.from(answer.written);
  throw new Refusal('refused' in answer ? answer.refused : 'form.damaged');
}

const IS_TYPESCRIPT = __filename.endsWith('.ts');
/** Makes TypeScript runnable, in development and in tests; the built product has no need of it. */
const REGISTER = '@swc-node/register';

function run(task: Task, { seconds, megabytes }: Bounds): Promise<Answer> {
  const worker = new Worker(join(__dirname, `workbook-worker.${IS_TYPESCRIPT ? 'ts' : 'js'}`), {
    workerData: task,
    execArgv: IS_TYPESCRIPT ? ['-r', REGISTER] : [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  });
  return new Promise<Answer>((answered, failed) => {
    const refuse = (refused: FileRule) => answered({ refused });
    const clock = setTimeout(() => refuse('form.too-slow'), seconds * 1000);
    const done = () => clearTimeout(clock);
    worker.once('message', (answer: Answer) => answered(answer));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse('form.too-much-memory') : failed(error),
    );
    // After an answer this changes nothing any more.
    worker.once('exit', (code) => failed(new Error(`The thread that read a workbook stopped with code ${code}.`)));
    worker.once('exit', done);
  }).finally(() => worker.terminate());
}
