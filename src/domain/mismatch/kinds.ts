/** What is laid beside what (Bijlage 4: differences between budget and realisation, and sources that should agree). */
import type { Said } from '../language';
import type { MismatchKind, MismatchSubject } from '../vocabulary';

export interface MismatchDefinition {
  /** The planned side. */
  readonly expected: Said;
  /** The realised side, or the other plan. */
  readonly actual: Said;
  /** Whether the planned side is taken for the part of the year that has passed. */
  readonly isToDate: boolean;
  /** What is counted for the coverage. */
  readonly counted: Said;
  readonly subjects: readonly MismatchSubject[];
}

const PROVIDERS = { en: 'providers', nl: 'aanbieders' } as const;
const MUNICIPALITIES = { en: 'municipalities', nl: 'gemeenten' } as const;

export const MISMATCHES = {
  BUDGET_VS_DECLARED: {
    expected: { en: 'budget under the Jeugdwet to date', nl: 'begroting Jeugdwet tot en met het kwartaal' },
    actual: { en: 'declared production to date', nl: 'gedeclareerde productie tot en met het kwartaal' },
    isToDate: true,
    counted: PROVIDERS,
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
  BUDGET_VS_CONTRACTS: {
    expected: { en: 'budget under the Jeugdwet', nl: 'begroting Jeugdwet' },
    actual: { en: 'sum of the contract values', nl: 'som van de contractwaarden' },
    isToDate: false,
    counted: PROVIDERS,
    subjects: ['PROVIDER', 'REGION', 'COUNTRY'],
  },
  MUNICIPAL_BUDGET_VS_COSTS: {
    expected: { en: 'municipal budget to date', nl: 'gemeentebegroting tot en met het kwartaal' },
    actual: { en: 'realised costs to date', nl: 'gerealiseerde kosten tot en met het kwartaal' },
    isToDate: true,
    counted: MUNICIPALITIES,
    subjects: ['MUNICIPALITY', 'REGION', 'COUNTRY'],
  },
  MUNICIPAL_VS_PROVIDER_BUDGETS: {
    expected: { en: 'sum of the municipal budgets', nl: 'som van de gemeentebegrotingen' },
    actual: {
      en: 'provider budgets allotted by contract value',
      nl: 'aanbiedersbegrotingen, toegedeeld naar contractwaarde',
    },
    isToDate: false,
    counted: {
      en: 'municipalities or providers, whichever are fewer known',
      nl: 'gemeenten of aanbieders, waarvan er minder bekend zijn',
    },
    subjects: ['REGION', 'COUNTRY'],
  },
} as const satisfies Readonly<Record<MismatchKind, MismatchDefinition>>;
