import { parseArgs } from 'node:util';
import { WORLD_SIZES } from '../config';
import { prepareDatabase } from '../database/prepare';
import { Invalid } from '../errors';
import type { Command } from './command';

export const seedCommand: Command = {
  says: `fill an empty database: --world ${WORLD_SIZES.join('|')}`,
  async run(config, words) {
    const { values } = parseArgs({ args: words, options: { world: { type: 'string' } } });
    const asked = values.world ?? config.world;
    const world = WORLD_SIZES.find((size) => size === asked);
    if (world === undefined) {
      const sizes = WORLD_SIZES.join(', ');
      throw new Invalid([
        { field: '--world', en: `must be one of ${sizes}.`, nl: `moet een van deze zijn: ${sizes}.` },
      ]);
    }
    const { stop } = await prepareDatabase({ ...config, world });
    await stop();
  },
};
