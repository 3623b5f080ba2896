import type { WorldSize } from '../../src/config';

export type { WorldSize };

/** How large each of the three worlds is. Each is a world of its own, believable in the same way (domain.md 11). */
export interface Scale {
  /** In the early warning system to the end; who failed comes on top. */
  readonly ewsProviders: number;
  readonly concerns: number;
  /** Providers in the register that are too small for the early warning system. */
  readonly otherProviders: number;
  readonly certifiedInstitutions: number;
  /** EWS providers below the threshold that a region designated. */
  readonly designated: number;
  /** Regions with activity; 'all' is the whole country. */
  readonly activeRegions: readonly string[] | 'all';
  /** Months per declaration: a quarter, or one month. */
  readonly declarationMonths: 1 | 3;
  /** How many lines (municipality x care form) all providers together declare on in one period. */
  readonly declarationLines: number;
  readonly referralQuarters: number;
  readonly meldingen: number;
  /** Providers in trouble that take part to the end. */
  readonly stories: number;
  /** Providers that failed, beside those that take part to the end. */
  readonly failures: number;
  /** Deliveries with figures that cannot be right. */
  readonly oddities: number;
}

export const SCALES = {
  small: {
    ewsProviders: 24,
    concerns: 21,
    otherProviders: 60,
    certifiedInstitutions: 2,
    designated: 2,
    activeRegions: ['JZ01', 'JZ02', 'JZ04', 'JZ07'],
    declarationMonths: 3,
    declarationLines: 300,
    referralQuarters: 2,
    meldingen: 22,
    stories: 5,
    failures: 4,
    oddities: 4,
  },
  demo: {
    ewsProviders: 270,
    concerns: 230,
    otherProviders: 330,
    certifiedInstitutions: 12,
    designated: 8,
    activeRegions: 'all',
    declarationMonths: 3,
    declarationLines: 8_750,
    referralQuarters: 4,
    meldingen: 28,
    stories: 16,
    failures: 14,
    oddities: 9,
  },
  full: {
    ewsProviders: 270,
    concerns: 230,
    otherProviders: 5_730,
    certifiedInstitutions: 12,
    designated: 8,
    activeRegions: 'all',
    declarationMonths: 1,
    // In regions with few municipalities there are fewer lines than asked: this gives 200,000 of them.
    declarationLines: 350_000,
    referralQuarters: 8,
    meldingen: 40,
    stories: 16,
    failures: 14,
    oddities: 9,
  },
} as const satisfies Record<WorldSize, Scale>;

/** Changes when the same seed would give another world. */
export const GENERATOR_VERSION = '3';
