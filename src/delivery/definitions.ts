import type { EntityManager } from 'typeorm';
import { Uitvraag, UitvraagItem } from '../../entities';
import type { UitvraagDefinition } from '../domain/uitvraag/definition';

/** Every definition there is, with its items. */
export async function definitionsIn(tx: EntityManager): Promise<UitvraagDefinition[]> {
  const [definitions, items] = [await tx.find(Uitvraag), await tx.find(UitvraagItem, { order: { code: 'ASC' } })];
  return definitions.map((one) => ({
    ...one,
    items: items.filter(
      ({ uitvraagKey, uitvraagVersion }) => uitvraagKey === one.key && uitvraagVersion === one.version,
    ),
  }));
}
