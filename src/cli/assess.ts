import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assessBy } from '../actions/assess';
import { embeddedFolder, openDatabase } from '../database/open';
import { asSystem, prepareDatabase } from '../database/prepare';
import { MODELS, modelCalled, PRESENT } from '../domain/models';
import { Invalid, Unavailable } from '../errors';
import type { Command } from './command';
import { Progress } from './progress';

const versions = MODELS.map(({ version }) => version).join(', ');
const UNKNOWN = new Invalid([
  { field: '--model', en: `must be one of ${versions}.`, nl: `moet een van deze zijn: ${versions}.` },
]);
const EMPTY = new Unavailable({
  en: 'There is nothing to assess in this database yet: start the server once with npm start.',
  nl: 'Er is in deze database nog niets te beoordelen: start de server een keer met npm start.',
});

export const assessCommand: Command = {
  says: 'assess every provider in every quarter by a model, beside the others: --model <version>',
  async run(config, words) {
    const { values } = parseArgs({ args: words, options: { model: { type: 'string' } } });
    const model = modelCalled(values.model ?? '');
    if (!model) throw UNKNOWN;
    // Assessing is no reason to make an archive.
    if (!config.database && !existsSync(embeddedFolder(config.dataFolder))) throw EMPTY;
    const opened = await openDatabase(config);
    const { contextKey, stop } = await prepareDatabase({ ...config, world: null }, Promise.resolve(opened));
    const progress = new Progress('providers');
    try {
      const { providers, made } = await asSystem(opened.urls.owner, contextKey, (archive) =>
        assessBy(archive, model, new Date(), progress.of),
      ).finally(() => progress.done());
      if (providers === 0) throw EMPTY;
      const shown = model === PRESENT ? 'the model in use' : 'beside the model in use';
      const did = made === 0 ? 'Nothing to do' : `Assessed ${made} of ${providers} providers`;
      process.stdout.write(`${did}: ${model.version}, ${shown}.\n`);
    } finally {
      await stop();
    }
  },
};
