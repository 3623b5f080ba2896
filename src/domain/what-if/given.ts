/** The changes of a what-if as a person gives them: what is wrong with them, and what the rules take them for. */
import { FIGURES, type FigureName } from '../figures';
import type { Said } from '../language';
import { BELOW_ZERO } from '../plausibility/rules';
import { fraction } from '../ratio';
import { CENTS_MAX } from './doubts';
import type { Change, Changes } from './what-if';

/** Absent and null are the same. */
export interface GivenChange {
  readonly figure: FigureName;
  readonly toCents?: number | null;
  /** -0.1 is 10 % lower. */
  readonly byFraction?: number | null;
}

export interface ChangeProblem extends Said {
  /** Where it is: "changes", or "changes[0].toCents". */
  readonly field: string;
}

/** Ten times as much again. */
const FRACTION_MAX = 10;
const DECIMALS = 6;

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;
const isNeverBelowZero = (figure: FigureName) => {
  const rules: Readonly<Partial<Record<FigureName, string>>> = BELOW_ZERO;
  return rules[figure] === 'DO_NOT_COUNT';
};
const millionthsOf = (share: number) => Math.round(share * 10 ** DECIMALS);

interface Rule extends Said {
  readonly member: keyof GivenChange | null;
  readonly isBroken: (change: GivenChange, others: readonly GivenChange[]) => boolean;
}

const RULES: readonly Rule[] = [
  {
    member: 'figure',
    isBroken: ({ figure }) => !Object.hasOwn(FIGURES, figure),
    en: 'Name a figure of a quarter, such as equity.',
    nl: 'Noem een cijfer van een kwartaal, zoals equity.',
  },
  {
    member: 'figure',
    isBroken: ({ figure }, others) => others.some((other) => other.figure === figure),
    en: 'Name each figure once.',
    nl: 'Noem elk cijfer één keer.',
  },
  {
    member: null,
    isBroken: ({ toCents, byFraction }) => isGiven(toCents) === isGiven(byFraction),
    en: 'Give either toCents or byFraction, and not both.',
    nl: 'Geef toCents of byFraction, en niet allebei.',
  },
  {
    member: 'toCents',
    isBroken: ({ toCents }) =>
      isGiven(toCents) && !(Number.isInteger(toCents) && Math.abs(toCents) <= Number(CENTS_MAX)),
    en: 'Suppose a whole number of cents of at most ten billion euros.',
    nl: 'Veronderstel een heel aantal centen van ten hoogste tien miljard euro.',
  },
  {
    member: 'toCents',
    isBroken: ({ figure, toCents }) => isGiven(toCents) && toCents < 0 && isNeverBelowZero(figure),
    en: 'This figure is never below zero. Suppose zero or more.',
    nl: 'Dit cijfer is nooit lager dan nul. Veronderstel nul of meer.',
  },
  {
    member: 'byFraction',
    isBroken: ({ byFraction }) => isGiven(byFraction) && !(Math.abs(byFraction) <= FRACTION_MAX),
    en: 'Shift a figure by at most ten times its size: 0.1 is 10 % higher.',
    nl: 'Verschuif een cijfer met ten hoogste tien keer de omvang: 0.1 is 10 % hoger.',
  },
  {
    member: 'byFraction',
    isBroken: ({ byFraction }) =>
      isGiven(byFraction) && Math.abs(byFraction * 10 ** DECIMALS - millionthsOf(byFraction)) > 1e-3,
    en: 'Give a fraction with at most six decimals.',
    nl: 'Geef een fractie met ten hoogste zes decimalen.',
  },
  {
    member: 'byFraction',
    isBroken: ({ figure, byFraction }) => isGiven(byFraction) && byFraction < -1 && isNeverBelowZero(figure),
    en: 'This figure is never below zero. Lower it by 1, all of it, at most.',
    nl: 'Dit cijfer is nooit lager dan nul. Verlaag het met ten hoogste 1, het geheel.',
  },
];

const NONE_GIVEN: ChangeProblem = {
  field: 'changes',
  en: 'Name at least one figure to suppose another amount of.',
  nl: 'Noem ten minste één cijfer om een ander bedrag van te veronderstellen.',
};

/** Everything that is wrong with them at once; nothing of what was given is repeated. */
export function changeProblems(given: readonly GivenChange[]): ChangeProblem[] {
  if (given.length === 0) return [NONE_GIVEN];
  return given.flatMap((change, at) =>
    RULES.filter(({ isBroken }) => isBroken(change, given.slice(0, at))).map(({ member, en, nl }) => ({
      field: `changes[${at}]${member === null ? '' : `.${member}`}`,
      en,
      nl,
    })),
  );
}

/** The changes in the form of the rules. Only for what has no problems. */
export function changesOf(given: readonly GivenChange[]): Changes {
  return Object.fromEntries(given.map(({ figure, toCents, byFraction }) => [figure, changeOf(toCents, byFraction)]));
}

function changeOf(toCents: number | null | undefined, byFraction: number | null | undefined): Change {
  if (isGiven(toCents)) return { to: BigInt(toCents) };
  return { by: fraction(BigInt(millionthsOf(byFraction ?? 0)), 10n ** BigInt(DECIMALS)) };
}
