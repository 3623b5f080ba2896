/** How much may be asked in a time, by whom. Points: one for a request, and one more for every so much that it costs. */

import type { Sentence } from '../errors';

/** So many points of cost (cost-table) are one point more: 25 milliseconds of work. */
export const COST_PER_POINT = 50_000;

export interface Rate {
  readonly points: number;
  readonly seconds: number;
  /** Whether what failed is taken off again. */
  readonly isGivenBack?: boolean;
}

/** Rates of every request, of which the settings give the points (EWS_RATE_ACCOUNT, EWS_RATE_ANONYMOUS). */
export const WINDOW_SECONDS = 60;

/**
 * Rates of what is rare and must not become frequent: counted in Postgres at once, so that they hold over all processes to the
 * last one. A melding in distress is made once, not five times; of meldingen what is registered is counted, of signing in
 * what fails.
 */
export const RARE = {
  melding: { points: 30, seconds: 3_600, isGivenBack: true },
  'melding-anonymous': { points: 5, seconds: 3_600, isGivenBack: true },
  'sign-in': { points: 10, seconds: 60 },
} as const satisfies Readonly<Record<string, Rate>>;
export type RareDeed = keyof typeof RARE;

/**
 * What is done more often than this from all networks together is told to the operator, once in that time, and goes on: a bound
 * would let whoever has many networks silence everybody else.
 */
export const ALARMING: Readonly<Partial<Record<RareDeed, Rate>>> = {
  'melding-anonymous': { points: 500, seconds: 3_600 },
};

/** What to say of a rate that people meet, in their own words; of the others the usual sentence will do. */
export const SAYS: Readonly<Partial<Record<RareDeed, (seconds: number) => Sentence>>> = {
  'melding-anonymous': (seconds) => ({
    en: `Your network has reported as often as it may without signing in. Try again after ${seconds} seconds, or sign in.`,
    nl: `Vanaf uw netwerk is zo vaak gemeld als zonder aanmelden kan. Probeer het na ${seconds} seconden opnieuw, of meld u aan.`,
  }),
  'sign-in': (seconds) => ({
    en: `Signing in failed too often from your network. Try again after ${seconds} seconds.`,
    nl: `Vanaf uw netwerk is te vaak vergeefs aangemeld. Probeer het na ${seconds} seconden opnieuw.`,
  }),
};
