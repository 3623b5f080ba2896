import type { EntityManager } from 'typeorm';
import type { ExplainedFinding } from '../../domain/intake/answers';
import { type Obstacle, obstacles } from '../../domain/intake/may-submit';
import { linesThere } from '../lines';
import { keptOf, readCells } from './draft';
import type { Filling } from './filling';

/** Why a draft may not be submitted, as it was checked last. */
export async function obstaclesOf(tx: EntityManager, filling: Filling): Promise<Obstacle[]> {
  const { delivery, form } = filling;
  const findings: ExplainedFinding[] = await tx.query(
    'select severity, step, rule, section, "row", field, value, explanation from draft_finding where delivery_id = $1',
    [delivery.id],
  );
  const kept = new Map(keptOf(form, await readCells(tx, delivery.id)));
  // A list that came as lines is there, with this version or before.
  for (const section of (await linesThere(tx, filling)).keys()) kept.set(section, [{ row: 1, values: new Map() }]);
  return obstacles({ form, kept, findings });
}
