/**
 * Reads files in a thread of their own, within bounds of time and memory: a file that a party sends may cost its own delivery, and
 * nothing else.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import { Unavailable } from '../../errors';
import type { Answer, Task } from './answer-task';
import { type Asker, FairLine, LEFT } from './fair-line';
import type { FileRead } from './file-read';
import { type FileRule, found, Refusal } from './rules';

export interface Bounds {
  readonly seconds: number;
  /** Of the heap; buffers are bounded by the guard. */
  readonly megabytes: number;
}

const BOUNDS: Bounds = { seconds: 20, megabytes: 768 };

/** The others wait: a machine has few cores, and each may take all of the memory above. The last waits four minutes at most. */
const line = new FairLine({ atOnce: 2, ofParty: 4, inAll: 24 });

/** What a file says: a filled-in template or a CSV. Throws a Refusal when nothing of it can be read; see FairLine for others. */
export async function readInWorker(
  bytes: Buffer,
  form: Form,
  asker: Asker,
  section?: string,
  bounds: Bounds = BOUNDS,
): Promise<FileRead> {
  const answer = await line.run(asker, () => run({ kind: 'READ', bytes, form, section }, bounds, asker));
  if ('read' in answer) return answer.read;
  throw Refusal.of('refused' in answer ? answer.refused : DAMAGED);
}

/** The same file with findings written beside its cells (see write-findings). Throws as readInWorker does. */
export async function annotateInWorker(
  bytes: Buffer,
  form: Form,
  findings: readonly CheckFinding[],
  asker: Asker,
  bounds: Bounds = BOUNDS,
): Promise<Buffer> {
  const answer = await line.run(asker, () => run({ kind: 'ANNOTATE', bytes, form, findings }, bounds, asker));
  if ('written' in answer) return Buffer.from(answer.written);
  throw Refusal.of('refused' in answer ? answer.refused : DAMAGED);
}

const DAMAGED = [found('form.damaged')];

const IS_TYPESCRIPT = __filename.endsWith('.ts');
/** Makes TypeScript runnable, in development and in tests; the built product has no need of it. */
const REGISTER = '@swc-node/register';

function run(task: Task, { seconds, megabytes }: Bounds, { gone }: Asker): Promise<Answer> {
  const worker = new Worker(join(__dirname, `workbook-worker.${IS_TYPESCRIPT ? 'ts' : 'js'}`), {
    workerData: task,
    execArgv: IS_TYPESCRIPT ? ['-r', REGISTER] : [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  });
  return new Promise<Answer>((answered, failed) => {
    const refuse = (rule: FileRule) => answered({ refused: [found(rule)] });
    const clock = setTimeout(() => refuse('form.too-slow'), seconds * 1000);
    const leave = () => failed(new Unavailable(LEFT));
    gone?.addEventListener('abort', leave, { once: true });
    if (gone?.aborted) leave();
    const done = () => {
      clearTimeout(clock);
      gone?.removeEventListener('abort', leave);
    };
    worker.once('message', (answer: Answer) => answered(answer));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse('form.too-much-memory') : failed(error),
    );
    // After an answer this changes nothing any more.
    worker.once('exit', (code) => failed(new Error(`The thread that read a file stopped with code ${code}.`)));
    worker.once('exit', done);
  }).finally(() => worker.terminate());
}
