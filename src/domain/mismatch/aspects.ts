/** The kinds that are more than one comparison: what each lays beside what, and in which unit. */
import type { Said } from '../language';
import type { MismatchAspect, MismatchKind } from '../vocabulary';
import { MISMATCHES } from './kinds';
import type { MismatchUnit } from './measure';

/** One comparison of a kind. */
export interface Beside {
  readonly expected: Said;
  readonly actual: Said;
  readonly unit: MismatchUnit;
}

export interface AspectDefinition extends Beside, Said {
  readonly kind: MismatchKind;
}

export const ASPECTS = {
  BED_OCCUPANCY: {
    kind: 'PLANNED_VS_REALISED_CARE',
    en: 'bed occupancy',
    nl: 'bedbezetting',
    expected: { en: 'bed occupancy as budgeted', nl: 'begrote bedbezetting' },
    actual: { en: 'bed occupancy as realised', nl: 'gerealiseerde bedbezetting' },
    unit: 'FRACTION',
  },
  TREATMENT_DURATION: {
    kind: 'PLANNED_VS_REALISED_CARE',
    en: 'treatment duration',
    nl: 'behandelduur',
    expected: { en: 'treatment duration as estimated', nl: 'geraamde behandelduur' },
    actual: { en: 'treatment duration as realised', nl: 'gerealiseerde behandelduur' },
    unit: 'DAYS',
  },
  REVENUE_YOUTH: {
    kind: 'FORECAST_VS_BUDGET',
    en: 'revenue under the Jeugdwet',
    nl: 'opbrengsten Jeugdwet',
    expected: { en: 'budgeted revenue under the Jeugdwet', nl: 'begrote opbrengsten Jeugdwet' },
    actual: { en: 'forecast revenue under the Jeugdwet', nl: 'verwachte opbrengsten Jeugdwet' },
    unit: 'EUR_CENT',
  },
  RESULT: {
    kind: 'FORECAST_VS_BUDGET',
    en: 'result',
    nl: 'resultaat',
    expected: { en: 'budgeted result', nl: 'begroot resultaat' },
    actual: { en: 'forecast result', nl: 'verwacht resultaat' },
    unit: 'EUR_CENT',
  },
} as const satisfies Readonly<Record<MismatchAspect, AspectDefinition>>;
export type CareAspect = Extract<MismatchAspect, 'BED_OCCUPANCY' | 'TREATMENT_DURATION'>;
export type ForecastAspect = Extract<MismatchAspect, 'REVENUE_YOUTH' | 'RESULT'>;

/**
 * What is laid beside what. Without an aspect: the only one of the kind in that unit, else the kind as a whole.
 * @param unit in which the row is
 */
export function besideOf(kind: MismatchKind, unit: MismatchUnit, aspect?: MismatchAspect | null): Beside {
  const all: readonly AspectDefinition[] = Object.values(ASPECTS);
  const inUnit = all.filter((each) => each.kind === kind && each.unit === unit);
  const found = aspect ? ASPECTS[aspect] : inUnit.length === 1 ? inUnit[0] : undefined;
  return found?.kind === kind ? found : { ...MISMATCHES[kind], unit };
}
