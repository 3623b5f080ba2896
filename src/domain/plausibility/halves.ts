/** The same for the personnel of a half-year (Bijlage 4, providers 5): sickness of 140 % is shown, and not counted. */
import type { Input, PersonnelHalf } from '../facts';
import type { Said } from '../language';
import { compareRatios, fraction, type Ratio, toNumber } from '../ratio';
import type { MeasureUnit } from '../vocabulary';
import { type Finding, type FindingCode, finding, type Naming } from './finding';

type HalfName = Exclude<keyof PersonnelHalf, 'start' | 'end'>;

/** What a half-year is told in, and what people call it. */
export const HALF_FIGURES = {
  staffInflow: { en: 'inflow of staff', nl: 'instroom personeel', unit: 'COUNT' },
  staffOutflow: { en: 'outflow of staff', nl: 'uitstroom personeel', unit: 'COUNT' },
  formationPrimary: { en: 'formation of the primary process', nl: 'formatie primair proces', unit: 'COUNT' },
  occupancyPrimary: { en: 'occupancy of the primary process', nl: 'bezetting primair proces', unit: 'COUNT' },
  formationTotal: { en: 'total formation', nl: 'formatie totaal', unit: 'COUNT' },
  occupancyTotal: { en: 'total occupancy', nl: 'bezetting totaal', unit: 'COUNT' },
  sickness: { en: 'sickness', nl: 'ziekteverzuim', unit: 'FRACTION' },
  personnelCosts: { en: 'personnel costs', nl: 'personeelskosten', unit: 'EUR_CENT' },
  hiredStaffCosts: { en: 'hired staff', nl: 'inhuur extern personeel', unit: 'EUR_CENT' },
  vacancies: { en: 'vacancies', nl: 'openstaande vacatures', unit: 'COUNT' },
} as const satisfies Readonly<Record<HalfName, Said & { unit: MeasureUnit }>>;
const HALF_NAMES = Object.keys(HALF_FIGURES) as readonly HalfName[];

/** A part is at most the whole: of a pair that contradicts itself neither counts. */
const PARTS = [
  ['formationPrimary', 'formationTotal'],
  ['occupancyPrimary', 'occupancyTotal'],
  ['hiredStaffCosts', 'personnelCosts'],
] as const satisfies readonly (readonly [part: HalfName, whole: HalfName])[];

const NAMING: Naming = {
  words: HALF_FIGURES,
  unitOf: (figure) => HALF_FIGURES[figure as HalfName].unit,
};

export interface PlausibleHalves {
  readonly halves: readonly PersonnelHalf[];
  readonly findings: readonly Finding[];
}

/** Half-years to be judged by, with null for what cannot be right; the ones that were given stay as they are. */
export function halvesWithoutAbsurd(halves: readonly PersonnelHalf[]): PlausibleHalves {
  const judged = halves.map((half) => ({ half, found: judgeHalf(half) }));
  return {
    halves: judged.map(({ half, found }) => ({
      ...half,
      ...Object.fromEntries(found.flatMap(({ figures }) => figures.map(({ name }) => [name, null]))),
    })),
    findings: judged.flatMap(({ found }) => found),
  };
}

/** Nothing here can be below zero, and sickness is a share of working time. */
function judgeHalf(half: PersonnelHalf): Finding[] {
  const say = (code: FindingCode, ...names: HalfName[]) => {
    const figures = names.map((name) => asInput(name, half));
    return finding(code, 'DO_NOT_COUNT', figures, { naming: NAMING });
  };
  const { sickness } = half;
  const isNoShare = sickness && (isBelowZero(sickness) || compareRatios(sickness, fraction(1n)) > 0);
  const negative = HALF_NAMES.filter((name) => name !== 'sickness' && isBelowZero(half[name]));
  const contradictory = PARTS.filter(([part, whole]) => isAbove(half[part], half[whole]));
  return [
    ...negative.map((name) => say('NEGATIVE', name)),
    ...(isNoShare ? [say('OUTSIDE_FRACTION', 'sickness')] : []),
    ...contradictory.map((pair) => say('PART_ABOVE_WHOLE', ...pair)),
  ];
}

type Told = PersonnelHalf[HalfName];

function isBelowZero(value: Told): boolean {
  if (value === null) return false;
  return typeof value === 'object' ? value.numerator < 0n : value < 0;
}

/** A whole below zero is wrong by itself, and says nothing of its part. */
function isAbove(part: Ratio | bigint | null, whole: Ratio | bigint | null): boolean {
  if (part === null || whole === null || isBelowZero(whole)) return false;
  return compareRatios(exact(part), exact(whole)) > 0;
}

function exact(value: Ratio | bigint): Ratio {
  return typeof value === 'bigint' ? fraction(value) : value;
}

function asInput(name: HalfName, half: PersonnelHalf): Input {
  const value = half[name];
  const number = value !== null && typeof value === 'object' ? toNumber(value) : Number(value);
  return { name, value: number, period: labelOf(half), source: 'DELIVERY' };
}

/** "2026H1". */
function labelOf({ start }: PersonnelHalf): string {
  return `${start.slice(0, 4)}H${start.slice(5, 7) < '07' ? 1 : 2}`;
}
