import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { quotient } from './measure';
import { figure } from './term';

/** How much of what was declared is still to be paid: a dispute, care outside the contract, or a clog in the books. */
export const OPEN_INVOICES = {
  code: 'openInvoices',
  en: 'open invoices as a share of production',
  nl: 'openstaande facturen ten opzichte van productie',
  unit: 'FRACTION',
  formula: {
    en: 'open invoices at the end of the quarter / declared production of the quarter',
    nl: 'openstaande facturen aan het eind van het kwartaal / gedeclareerde productie van het kwartaal',
  },
  better: 'LOWER',
  basis: legalBasis('3, 6'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.openInvoicesHigh],
  measure({ quarters }, at) {
    const of = quarters.get(at.index);
    return quotient([figure('openInvoices', of, at)], [figure('declaredProduction', of, at)], at);
  },
} as const satisfies IndicatorDefinition;
