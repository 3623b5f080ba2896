import { parseArgs } from 'node:util';
import { assessBy } from '../actions/assess';
import type { Config } from '../config';
import { MODELS, type Model, modelCalled, PRESENT } from '../domain/models';
import { Invalid } from '../errors';
import { EMPTY, inArchive } from './archive';
import type { Command } from './command';
import { INTERRUPTED, Interrupt, Interrupted } from './interrupt';
import { Progress } from './progress';

const versions = MODELS.map(({ version }) => version).join(', ');
const UNKNOWN = new Invalid([
  { field: '--model', en: `must be one of ${versions}.`, nl: `moet een van deze zijn: ${versions}.` },
]);
export const assessCommand: Command = {
  says: 'assess every provider in every quarter by a model, beside the others: --model <version>',
  async run(config, words) {
    const { values } = parseArgs({ args: words, options: { model: { type: 'string' } } });
    const model = modelCalled(values.model ?? '');
    if (!model) throw UNKNOWN;
    const interrupt = new Interrupt();
    await assess(config, model, interrupt)
      .catch(sayHowFar)
      .finally(() => interrupt.end());
  },
};

async function assess(config: Config, model: Model, interrupt: Interrupt): Promise<void> {
  const progress = new Progress('providers');
  const onProgress = (done: number, all: number) => {
    progress.of(done, all);
    interrupt.orGoOn(done, all);
  };
  const { providers, made } = await inArchive(config, (archive) =>
    assessBy(archive, model, new Date(), onProgress).finally(() => progress.done()),
  );
  if (providers === 0) throw EMPTY;
  const shown = model === PRESENT ? 'the model in use' : 'beside the model in use';
  const did = made === 0 ? 'Nothing to do' : `Assessed ${made} of ${providers} providers`;
  process.stdout.write(`${did}: ${model.version}, ${shown}.\n`);
}

/** What was made is kept, so that the next run does the rest. */
function sayHowFar(error: unknown): void {
  if (!(error instanceof Interrupted)) throw error;
  const { done, all } = error;
  process.stderr.write(`Stopped after ${done} of ${all} providers. Run the same again: it goes on from there.\n`);
  process.exitCode = INTERRUPTED;
}
