/**
 * More than 50 % up or down against the period before, or against the same period of last year (portal S2). Years to date are
 * compared as quarters alone. Results go about zero, where a percentage says nothing; small numbers jump by nature.
 */
import type { Said } from '../../language';
import { fraction, type Ratio } from '../../ratio';
import type { FieldType } from '../form';
import { type Answered, itemOf, type NumberCell } from './answered';
import { differs, isAbove, sizeOfRatio } from './compare';
import { alone, lengthOf } from './past';
import { type CoherenceRule, type Found, named, said } from './rule';

const HALF = fraction(1n, 2n);
/** When neither value reaches this they are too small to speak of a jump: EUR 10,000, ten young people, five fte, five per cent. */
const LEAST: Readonly<Partial<Record<FieldType, Ratio>>> = {
  AMOUNT: fraction(1_000_000n),
  NUMBER: fraction(10n),
  DECIMAL: fraction(5n),
  PERCENTAGE: fraction(5n, 100n),
};
const ABOUT_ZERO: ReadonlySet<string> = new Set(['net_result', 'operational_result', 'youth_result', 'budget_result']);

const THEN = {
  before: { nl: 'in de vorige periode', en: 'in the period before' },
  lastYear: { nl: 'in dezelfde periode van vorig jaar', en: 'in the same period of last year' },
} as const satisfies Readonly<Record<string, Said>>;

export const JUMP: CoherenceRule = {
  code: 'coherence.jump',
  severity: 'QUESTION',
  says: {
    nl: '{now} wijkt meer dan 50% af: het was {earlier}. Pas de waarde aan, of bevestig haar en leg uit waardoor het komt.',
    en: '{now} differs by more than 50%: it was {earlier}. Change the value, or confirm it and explain why.',
  },
  expected: null,
  yieldsTo: ['coherence.factor', 'coherence.quarter-alone', 'coherence.cumulative-fell', 'coherence.percentage'],
  find: (delivery) => delivery.numbers.flatMap((cell) => jumpOf(cell, delivery)),
};

function jumpOf(cell: NumberCell, delivery: Answered): Found[] {
  const now = ABOUT_ZERO.has(itemOf(cell.field)) ? null : alone(delivery, cell, 0);
  const length = lengthOf(delivery);
  if (now === null || length === 0) return [];
  const jumpedFrom = (quarters: number, when: Said): Said[] => {
    const then = alone(delivery, cell, quarters);
    if (then === null || !isJump(now, then, cell.field.type)) return [];
    const value = saidRatio(cell, then);
    return [{ nl: `${value.nl} ${when.nl}`, en: `${value.en} ${when.en}` }];
  };
  const from = [...jumpedFrom(length, THEN.before), ...(length < 4 ? jumpedFrom(4, THEN.lastYear) : [])];
  if (from.length === 0) return [];
  const earlier = { nl: from.map(({ nl }) => nl).join(' en '), en: from.map(({ en }) => en).join(' and ') };
  return [{ cells: [cell], words: { now: nowOf(cell, now), earlier } }];
}

function isJump(now: Ratio, then: Ratio, type: FieldType): boolean {
  const least = LEAST[type];
  if (least === undefined || [now, then].every((value) => isAbove(least, sizeOfRatio(value)))) return false;
  return differs(now, then, HALF);
}

/** Of a year to date the quarter alone is told as well, because that is what is compared. */
function nowOf(cell: NumberCell, now: Ratio): Said {
  if (!cell.field.isCumulative) return named(cell);
  const value = saidRatio(cell, now);
  const { label } = cell.field;
  return { nl: `${label.nl} (dit kwartaal alleen: ${value.nl})`, en: `${label.en} (this quarter alone: ${value.en})` };
}

/** Cents and counts are whole; other numbers are shown with two decimals at most. */
function saidRatio({ field: { type } }: NumberCell, { numerator, denominator }: Ratio): Said {
  if (type === 'AMOUNT' || type === 'NUMBER') return said(type, String(numerator / denominator));
  const places = type === 'PERCENTAGE' ? 4 : 2;
  return said(type, (Number(numerator) / Number(denominator)).toFixed(places).replace(/\.?0+$/, ''));
}
