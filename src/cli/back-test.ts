import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assessBy } from '../actions/assess';
import { type Config, WORLD_SIZES, type WorldSize } from '../config';
import { makeDataSource } from '../database/data-source';
import { startThrowAwayCluster } from '../database/embedded';
import { asSystem, type Prepared, prepareDatabase } from '../database/prepare';
import { signContext } from '../database/signed-context';
import { MODELS } from '../domain/models';
import { Invalid } from '../errors';
import { SYSTEM } from '../policy/viewer';
import type { Command } from './command';
import { type History, readHistory } from './risk-model/history';
import { riskModelPage } from './risk-model/page';

const PAGE = join('docs', 'risk-model.md');
/** The page in the repository is about this world: what is tried on anything else is printed. */
const WORLD_OF_THE_PAGE: WorldSize = 'demo';

/** The world that is asked for; null for the archive of the settings. */
function worldIn(words: string[]): WorldSize | null {
  const { values } = parseArgs({ args: words, options: { world: { type: 'string' } } });
  if (values.world === undefined) return null;
  const world = WORLD_SIZES.find((size) => size === values.world);
  if (world !== undefined) return world;
  const sizes = WORLD_SIZES.join(', ');
  throw new Invalid([{ field: '--world', en: `must be one of ${sizes}.`, nl: `moet een van deze zijn: ${sizes}.` }]);
}

/** The archive of the settings; or one for the occasion, with a world in it. */
async function open(config: Config, world: WorldSize | null): Promise<Prepared> {
  if (world === null) return prepareDatabase(config);
  const cluster = await startThrowAwayCluster();
  const database = { app: cluster.url('app'), owner: cluster.url('owner') };
  const prepared = await prepareDatabase({ ...config, database, world }).catch(async (error) => {
    await cluster.stop();
    throw error;
  });
  await assessByAll(database.owner, prepared.contextKey);
  return { ...prepared, stop: () => prepared.stop().finally(() => cluster.stop()) };
}

/** Every model there is, so that they can be compared. An archive of the settings is tried by the models that it holds. */
export const assessByAll = (ownerUrl: string, contextKey: Buffer): Promise<void> =>
  asSystem(ownerUrl, contextKey, async (archive) => {
    for (const model of MODELS) await assessBy(archive, model, new Date());
  });

/** As the system, who is bound by the policies like anybody. */
export async function historyIn({ appUrl, contextKey }: Pick<Prepared, 'appUrl' | 'contextKey'>): Promise<History> {
  const archive = makeDataSource(appUrl, { connections: 1, context: signContext(SYSTEM, contextKey, new Date()) });
  await archive.initialize();
  return readHistory((sql, values) => archive.query(sql, values)).finally(() => archive.destroy());
}

export const backTestCommand: Command = {
  says: `try the rules on what happened: --world ${WORLD_SIZES.join('|')} for an archive of its own; that of ${WORLD_OF_THE_PAGE} is written to docs/risk-model.md`,
  async run(config, words) {
    const world = worldIn(words);
    const prepared = await open(config, world);
    const page = riskModelPage(await historyIn(prepared).finally(() => prepared.stop()));
    if (world !== WORLD_OF_THE_PAGE) return void process.stdout.write(page);
    writeFileSync(PAGE, page);
    process.stdout.write(`${PAGE}\n`);
  },
};
