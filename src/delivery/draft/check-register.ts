import type { EntityManager } from 'typeorm';
import type { CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import type { KeptSections } from '../../domain/intake/kept';

/** Lists that land with the provider that they name: a provider outside the register cannot be found again. */
const NAMES_A_PROVIDER: ReadonlySet<string> = new Set(['clientContracts', 'tariffs']);

/** Numbers of the Chamber of Commerce that are not in the register. The register is public. */
export async function checkRegister(tx: EntityManager, form: Form, kept: KeptSections): Promise<CheckFinding[]> {
  const named = form.sections.flatMap(({ code }) =>
    NAMES_A_PROVIDER.has(code)
      ? (kept.get(code) ?? []).flatMap(({ row, values, places }) => {
          const number = values.get('kvkNumber');
          return number ? [{ section: code, row, number, place: places?.get('kvkNumber') ?? null }] : [];
        })
      : [],
  );
  if (named.length === 0) return [];
  const known: { number: string }[] = await tx.query(
    'select kvk_number as number from provider where kvk_number = any ($1)',
    [named.map(({ number }) => number)],
  );
  const numbers = new Set(known.map(({ number }) => number));
  return named
    .filter(({ number }) => !numbers.has(number))
    .map(({ section, row, number, place }) => ({
      ...{ severity: 'ERROR', step: 'CELL', rule: 'cell.unknown-provider', section, row, field: 'kvkNumber' },
      ...{ place, value: number, expected: null, message: UNKNOWN_PROVIDER },
    }));
}

export const UNKNOWN_PROVIDER = {
  en: 'There is no provider with this number in the register. Look it up by name (providers), or report the missing provider to the Jeugdautoriteit.',
  nl: 'Er staat geen aanbieder met dit nummer in het register. Zoek de aanbieder op naam op, of meld de ontbrekende aanbieder bij de Jeugdautoriteit.',
};
