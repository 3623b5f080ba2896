/**
 * Another unit: cents or thousands for euros. Against the median size of at most eight earlier periods, as in
 * domain/plausibility. One amount that is off is a question: it may have happened, and a party must always be able to deliver
 * what is true. When at least three amounts, and half of all that can be compared, are off by the same factor, nothing but the
 * unit explains it: then it is an error. A provider that winds down does not land in that band with half of its books. Of a year or
 * a half-year there are few earlier ones: one is enough to ask, and too few to be sure.
 */
import type { Said } from '../../language';
import { JUMP_FROM, JUMP_PAST } from '../../plausibility/rules';
import { sizeOf } from '../../ratio';
import { type Answered, itemOf, type NumberCell } from './answered';
import { alone, lengthOf } from './past';
import { type CoherenceRule, named, saidCents, wholeOf } from './rule';

const TIMES = { HIGH: { nl: 'hoger', en: 'higher' }, LOW: { nl: 'lager', en: 'lower' } } as const satisfies Record<
  string,
  Said
>;
const RESULTS: ReadonlySet<string> = new Set([
  'net_result',
  'operational_result',
  'youth_result',
  'budget_result',
  'overdue_creditors',
]);
const SAME_FACTOR_MIN = 3;

interface Usual {
  readonly amount: bigint;
  /** Of how many earlier periods. */
  readonly periods: number;
}

interface Slip {
  readonly cell: NumberCell;
  readonly usual: Usual;
  readonly factor: '100' | '1000' | null;
  readonly way: 'HIGH' | 'LOW';
}

export const FACTOR: CoherenceRule = {
  code: 'coherence.factor',
  severity: 'QUESTION',
  says: {
    nl: '{now} is ongeveer {factor} keer {way} dan gebruikelijk ({usual}). Vul hele euro’s in, geen centen en geen duizenden euro’s.',
    en: '{now} is about {factor} times {way} than is usual ({usual}). Fill in whole euros, not cents and not thousands of euros.',
  },
  expected: { nl: 'ongeveer {usual}', en: 'about {usual}' },
  find: (delivery) => {
    const compared = delivery.numbers.flatMap((cell) => slipOf(cell, delivery) ?? []);
    const isMassive = ({ factor, way, usual }: Slip) => {
      if (usual.periods < JUMP_PAST.quartersMin) return false;
      const same = compared.filter((other) => other.factor === factor && other.way === way).length;
      return same >= SAME_FACTOR_MIN && same * 2 >= compared.length;
    };
    return compared
      .filter(({ factor }) => factor !== null)
      .map((slip) => ({
        cells: [slip.cell],
        ...(isMassive(slip) && { severity: 'ERROR' as const }),
        words: {
          now: named(slip.cell),
          factor: { nl: slip.factor === '100' ? '100' : '1.000', en: slip.factor === '100' ? '100' : '1,000' },
          way: TIMES[slip.way],
          usual: saidCents(slip.usual.amount),
        },
      }));
  },
};

function slipOf(cell: NumberCell, delivery: Answered): Slip | null {
  const length = lengthOf(delivery);
  if (cell.field.type !== 'AMOUNT' || RESULTS.has(itemOf(cell.field)) || length === 0) return null;
  const now = alone(delivery, cell, 0);
  const usual = now && median(delivery, cell, length);
  if (!now || usual === null) return null;
  const size = sizeOf(wholeOf(now));
  const high = factorOf(size, usual.amount);
  return { cell, usual, way: high ? 'HIGH' : 'LOW', factor: high ?? (size > 0n ? factorOf(usual.amount, size) : null) };
}

function factorOf(large: bigint, small: bigint): Slip['factor'] {
  // Ten times as much again is another unit altogether, or no slip.
  if (large >= small * JUMP_FROM.FACTOR_1000 * 10n) return null;
  if (large >= small * JUMP_FROM.FACTOR_1000) return '1000';
  return large >= small * JUMP_FROM.FACTOR_100 ? '100' : null;
}

function median(delivery: Answered, cell: NumberCell, length: number): Usual | null {
  const sizes = Array.from({ length: JUMP_PAST.quartersMax }, (_, at) => alone(delivery, cell, (at + 1) * length))
    .flatMap((value) => (value ? [sizeOf(wholeOf(value))] : []))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const amount = sizes[sizes.length >> 1] ?? 0n;
  const isKnown = sizes.length >= (length === 1 ? JUMP_PAST.quartersMin : 1);
  return isKnown && amount >= JUMP_PAST.medianMin ? { amount, periods: sizes.length } : null;
}
