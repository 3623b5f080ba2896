/** What is laid beside what (Bijlage 4: differences between budget and realisation, and sources that should agree). */
import type { Said } from '../language';
import type { MismatchKind, MismatchSubject } from '../vocabulary';
import type { MismatchUnit } from './measure';

export interface MismatchDefinition {
  /** The planned side. */
  readonly expected: Said;
  /** The realised side, or the other plan. */
  readonly actual: Said;
  /** In what the two sides are; null when each aspect has its own (aspects.ts). */
  readonly unit: MismatchUnit | null;
  /** Whether the planned side is taken for the part of the year that has passed. */
  readonly isToDate: boolean;
  /** Whether the realised side is drawn on to the end of the year. */
  readonly isForecast: boolean;
  /** What is counted for the coverage: of the planned side, where each side has sources of its own. */
  readonly counted: Said;
  /** The sources of the other side; absent when both sides have the same. */
  readonly countedActual?: Said;
  readonly subjects: readonly MismatchSubject[];
  /** Whether every form of care is compared by itself as well. */
  readonly isByForm?: boolean;
}

const PROVIDERS = { en: 'providers', nl: 'aanbieders' } as const;
const MUNICIPALITIES = { en: 'municipalities', nl: 'gemeenten' } as const;

export const MISMATCHES = {
  BUDGET_VS_DECLARED: {
    expected: { en: 'budget under the Jeugdwet to date', nl: 'begroting Jeugdwet tot en met het kwartaal' },
    actual: { en: 'declared production to date', nl: 'gedeclareerde productie tot en met het kwartaal' },
    unit: 'EUR_CENT',
    isToDate: true,
    isForecast: false,
    counted: PROVIDERS,
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
  BUDGET_VS_CONTRACTS: {
    expected: { en: 'budget under the Jeugdwet', nl: 'begroting Jeugdwet' },
    actual: { en: 'sum of the contract values', nl: 'som van de contractwaarden' },
    unit: 'EUR_CENT',
    isToDate: false,
    isForecast: false,
    counted: PROVIDERS,
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
  MUNICIPAL_BUDGET_VS_COSTS: {
    expected: { en: 'municipal budget to date', nl: 'gemeentebegroting tot en met het kwartaal' },
    actual: { en: 'realised costs to date', nl: 'gerealiseerde kosten tot en met het kwartaal' },
    unit: 'EUR_CENT',
    isToDate: true,
    isForecast: false,
    counted: MUNICIPALITIES,
    subjects: ['MUNICIPALITY', 'REGION', 'COUNTRY'],
    isByForm: true,
  },
  MUNICIPAL_VS_PROVIDER_BUDGETS: {
    expected: { en: 'sum of the municipal budgets', nl: 'som van de gemeentebegrotingen' },
    actual: {
      en: 'provider budgets allotted by contract value',
      nl: 'aanbiedersbegrotingen, toegedeeld naar contractwaarde',
    },
    unit: 'EUR_CENT',
    isToDate: false,
    isForecast: false,
    counted: MUNICIPALITIES,
    countedActual: PROVIDERS,
    subjects: ['REGION', 'COUNTRY'],
  },
  CONTRACT_BOTH_SIDES: {
    expected: { en: 'contract values as reported by the clients', nl: 'contractwaarden volgens de opdrachtgevers' },
    actual: { en: 'contract values as reported by the providers', nl: 'contractwaarden volgens de aanbieders' },
    unit: 'EUR_CENT',
    isToDate: false,
    isForecast: false,
    counted: { en: 'contracts reported by both sides', nl: 'contracten door beide zijden opgegeven' },
    subjects: ['PROVIDER', 'MUNICIPALITY', 'REGION', 'COUNTRY'],
  },
  FORMS_CONTRACTED_VS_OFFERED: {
    expected: { en: 'forms of care contracted', nl: 'gecontracteerde vormen van zorg' },
    actual: { en: 'forms of them offered or subcontracted', nl: 'vormen die daarvan worden aangeboden of uitbesteed' },
    unit: 'COUNT',
    isToDate: false,
    isForecast: false,
    counted: { en: 'combinations of provider and region', nl: 'combinaties van aanbieder en regio' },
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
  PLANNED_VS_REALISED_CARE: {
    expected: { en: 'care as planned', nl: 'zorg zoals begroot' },
    actual: { en: 'care as realised', nl: 'zorg zoals gerealiseerd' },
    unit: null,
    isToDate: false,
    isForecast: false,
    counted: PROVIDERS,
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
  FORECAST_VS_BUDGET: {
    expected: { en: 'budget of the year', nl: 'begroting van het jaar' },
    actual: { en: 'forecast at year end', nl: 'prognose per jaareinde' },
    unit: 'EUR_CENT',
    isToDate: false,
    isForecast: true,
    counted: PROVIDERS,
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
} as const satisfies Readonly<Record<MismatchKind, MismatchDefinition>>;
