import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UitvraagDefinition, UitvraagItemDefinition } from '../../../src/domain/uitvraag/definition';

const read = (key: string): UitvraagDefinition =>
  JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference/uitvraag', `${key}.json`), 'utf8'));

/** The two definitions that ship. */
export const BIJLAGE_4 = read('convenant-bijlage-4');
export const REGELING_8G = read('regeling-jeugdwet-8g');

/** The next version of a definition: without some items, with some changed, and with some added. */
export function next(
  definition: UitvraagDefinition,
  change: Readonly<Record<string, Partial<UitvraagItemDefinition> | null>>,
  ...added: UitvraagItemDefinition[]
): UitvraagDefinition {
  const items = definition.items.flatMap((item) => {
    const given = change[item.code];
    return given === null ? [] : [{ ...item, ...given }];
  });
  return { ...definition, version: definition.version + 1, items: [...items, ...added] };
}

/** An item of this code that asks a provider for a figure at the end of every quarter. */
export function stock(code: string, figureItem: string): UitvraagItemDefinition {
  const form = { unit: 'EUR_CENT', frequency: 'QUARTER', isCumulative: false, isRequired: true } as const;
  return { code, figureItem, askedOf: 'PROVIDER', label: figureItem, legalBasis: 'Pilot', ...form };
}
