/** Cash below zero is an overdraft: bad news that counts when it is true, and often a debt that was booked elsewhere. */
import type { CoherenceRule } from './rule';

export const OVERDRAWN: CoherenceRule = {
  code: 'coherence.overdrawn',
  severity: 'QUESTION',
  says: {
    nl: 'De liquide middelen zijn lager dan nul. Staat de rekening rood? Leg dat uit. Is het een schuld bij de bank? Tel die dan op bij de kortlopende schulden.',
    en: 'Cash is below zero. Is the account overdrawn? Explain it. Is it a debt to the bank? Then add it to the current liabilities.',
  },
  expected: { nl: 'nul of meer', en: 'zero or more' },
  find: (delivery) => {
    const cash = delivery.number('cash');
    return cash && cash.value.numerator < 0n ? [{ cells: [cash] }] : [];
  },
};
