/**
 * Against the published annual accounts (DigiMV). The fourth quarter tells the same year, so it should agree within 5 %. In the
 * other quarters equity should be that of the last accounts plus the result since then, within 10 % of the balance total: what
 * lies between is a gift, a merger or a mistake.
 */
import { fraction } from '../../ratio';
import { differs, plus, times } from './compare';
import { quarterOfForm } from './past';
import { type CoherenceRule, type Found, named, saidCents, wholeOf } from './rule';

const SAME_YEAR = { revenue: 'revenue', equity: 'equity', balanceTotal: 'balance_total' } as const;
const MARGIN = fraction(5n, 100n);
const LEAST = fraction(1_000_000n);
const OF_BALANCE = fraction(10n, 100n);

export const ANNUAL_ACCOUNTS: CoherenceRule = {
  code: 'coherence.annual-accounts',
  severity: 'QUESTION',
  says: {
    nl: '{now} is niet gelijk aan de jaarrekening van {year}: {accounts}. Pas de waarde aan, of leg het verschil uit.',
    en: '{now} is not the same as in the annual accounts of {year}: {accounts}. Change the value, or explain the difference.',
  },
  expected: { nl: 'ongeveer {accounts}', en: 'about {accounts}' },
  find: (delivery) => {
    const year = Number(delivery.form.periodStart.slice(0, 4));
    const accounts = delivery.known.annualAccounts.find((one) => one.year === year);
    if (quarterOfForm(delivery) !== 4 || !accounts) return [];
    return (Object.keys(SAME_YEAR) as (keyof typeof SAME_YEAR)[]).flatMap((name): Found[] => {
      const [cell, amount] = [delivery.number(SAME_YEAR[name]), accounts[name]];
      if (!cell || amount === null || !differs(cell.value, fraction(amount), MARGIN, LEAST)) return [];
      return [{ cells: [cell], words: { now: named(cell), year: String(year), accounts: saidCents(amount) } }];
    });
  },
};

export const EQUITY_MOVES_WITH_RESULT: CoherenceRule = {
  code: 'coherence.equity-and-result',
  severity: 'QUESTION',
  says: {
    nl: '{equity} past niet bij het eigen vermogen uit de jaarrekening van {year} plus het resultaat van dit jaar: samen {reckoned}. Controleer de waarde, of leg uit wat er veranderd is.',
    en: '{equity} does not fit the equity in the annual accounts of {year} plus the result of this year: together {reckoned}. Check the value, or explain what changed.',
  },
  expected: { nl: 'ongeveer {reckoned}', en: 'about {reckoned}' },
  yieldsTo: ['coherence.annual-accounts', 'coherence.factor'],
  find: (delivery) => {
    const year = Number(delivery.form.periodStart.slice(0, 4)) - 1;
    const before = delivery.known.annualAccounts.find((one) => one.year === year)?.equity ?? null;
    const [equity, result] = [delivery.number('equity'), delivery.number('net_result')];
    const total = delivery.number('balance_total');
    if (quarterOfForm(delivery) === null || before === null || !equity || !result || !total) return [];
    const reckoned = plus(fraction(before), result.value);
    if (!differs(equity.value, reckoned, fraction(0n), times(total.value, OF_BALANCE))) return [];
    const words = { equity: named(equity), year: String(year), reckoned: saidCents(wholeOf(reckoned)) };
    return [{ cells: [equity, result], words }];
  },
};
