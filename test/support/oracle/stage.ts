import { assessBy } from '../../../src/actions/assess';
import { MODELS } from '../../../src/domain/models';
import type { Viewer } from '../../../src/policy/viewer';
import { freshDatabase, type TestDatabase } from '../database';
import { type Cast, castOf } from '../operations/viewers';
import { fillDrafts } from './fill-drafts';
import { fillLogs, stillLogs } from './logs';
import { cursorSecretOf } from './product';
import { BY_POLICY, type Rules, Sight } from './sight';
import { World } from './world';

/** A context is believed until a minute after its moment: this is longer than any test. */
const AHEAD_MS = 6 * 3_600_000;

/** A database with the small world, the same world in memory, and everybody who may ask. */
export interface Stage {
  readonly database: TestDatabase;
  readonly world: World;
  readonly cast: Cast;
  /** One moment for everything. */
  readonly now: Date;
  see(viewer: Viewer, rules?: Rules): Sight;
  /** The same database after it was changed. */
  reload(): Promise<Stage>;
}

async function stageOf(database: TestDatabase): Promise<Stage> {
  const world = await World.load(database.owner);
  const secret = cursorSecretOf(database.contextKey);
  const now = new Date(Date.now() + AHEAD_MS);
  const sights = new Map<Rules, Map<Viewer, Sight>>();
  return {
    database,
    world,
    cast: castOf(world),
    now,
    see(viewer, rules = BY_POLICY) {
      const known = sights.get(rules) ?? new Map<Viewer, Sight>();
      sights.set(rules, known);
      const sight = known.get(viewer) ?? new Sight(world, viewer, now, secret, rules);
      known.set(viewer, sight);
      return sight;
    },
    reload: () => stageOf(database),
  };
}

/**
 * Everybody is assessed by every model: a list must show one of them. With filled logs every party has a draft too, and
 * something that it delivered. With still logs, nothing that is asked is written
 * down, so that the world stays as it is in memory.
 */
export async function openStage(logs: 'EMPTY' | 'FILLED' | 'STILL' = 'EMPTY'): Promise<Stage> {
  const database = await freshDatabase();
  if (logs !== 'EMPTY') await fillLogs(database.owner);
  if (logs !== 'EMPTY') await fillDrafts(database.owner);
  if (logs === 'STILL') await stillLogs(database.owner);
  for (const model of MODELS) await assessBy(database.owner, model, new Date());
  return stageOf(database);
}
