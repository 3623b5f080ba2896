import type { EntityManager } from 'typeorm';
import { Melding } from '../../entities';

/**
 * Adds a melding, unless it is there: the same id, or the same key of the same reporter. Nothing is read back, because
 * whoever reports without a name may read nothing.
 * @returns whether it is new
 */
export async function addMelding(tx: EntityManager, melding: Melding): Promise<boolean> {
  const insert = tx.createQueryBuilder().insert().into(Melding).values(melding).orIgnore();
  const { affected } = await (tx.queryRunner as NonNullable<typeof tx.queryRunner>).query(
    ...insert.getQueryAndParameters(),
    true,
  );
  return affected === 1;
}
