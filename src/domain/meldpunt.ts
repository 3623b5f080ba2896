/**
 * What is wrong with a melding before anything is looked up: the rules of the covenant (3.1.2) that need no database.
 * Whether a provider or care form exists, and whether this party may report, is for the action to ask.
 */
import type { Said } from './language';
import { isDay } from './period';
import { MELDING_MOMENTS, MELDING_REASONS } from './vocabulary';

/** A melding as it comes in. Absent and null are the same. */
export interface MeldingDraft {
  readonly clientKey: string;
  readonly reason: string;
  readonly moment?: string | null;
  readonly careForm?: string | null;
  /** The day of the change or interruption, YYYY-MM-DD. */
  readonly effectiveOn?: string | null;
  readonly explanation: string;
}

export interface MeldingProblem extends Said {
  readonly field: keyof MeldingDraft;
}

export const EXPLANATION_MAX = 4000;
export const CLIENT_KEY_MAX = 100;

interface Rule extends MeldingProblem {
  readonly isBroken: (draft: MeldingDraft) => boolean;
}

const RULES: readonly Rule[] = [
  {
    field: 'clientKey',
    isBroken: ({ clientKey }) => !isBetween(clientKey.trim(), 1, CLIENT_KEY_MAX),
    en: `Give a key of your own of 1 to ${CLIENT_KEY_MAX} characters, so that a melding that is sent twice counts once.`,
    nl: `Geef een eigen sleutel van 1 tot ${CLIENT_KEY_MAX} tekens, zodat een dubbel verzonden melding eenmaal telt.`,
  },
  {
    field: 'reason',
    isBroken: ({ reason }) => !Object.hasOwn(MELDING_REASONS, reason),
    en: 'Choose one of the eight reasons of the meldpunt.',
    nl: 'Kies een van de acht aanleidingen van het meldpunt.',
  },
  {
    field: 'moment',
    isBroken: ({ moment }) => isGiven(moment) && !Object.hasOwn(MELDING_MOMENTS, moment),
    en: 'Say whether the interruption is foreseen or has actually happened, or leave it out.',
    nl: 'Geef aan of de onderbreking wordt voorzien of feitelijk is ingegaan, of laat dit leeg.',
  },
  {
    field: 'careForm',
    isBroken: ({ reason, careForm }) => reason === 'CARE_CHANGE' && !isGiven(careForm),
    en: 'Say which form of care is started, changed, extended or phased out.',
    nl: 'Geef aan welke zorgvorm wordt gestart, gewijzigd, uitgebreid of afgebouwd.',
  },
  {
    field: 'effectiveOn',
    isBroken: ({ reason, effectiveOn }) => reason === 'CARE_CHANGE' && !isGiven(effectiveOn),
    en: 'Say from which day the care changes.',
    nl: 'Geef aan vanaf welke dag de zorg verandert.',
  },
  {
    field: 'effectiveOn',
    isBroken: ({ effectiveOn }) => isGiven(effectiveOn) && !isDay(effectiveOn),
    en: 'Give a day that exists, such as 2026-07-01.',
    nl: 'Geef een bestaande dag, zoals 2026-07-01.',
  },
  {
    field: 'explanation',
    isBroken: ({ explanation }) => !isBetween(explanation.trim(), 1, EXPLANATION_MAX),
    en: `Explain in 1 to ${EXPLANATION_MAX} characters what is the matter.`,
    nl: `Licht in 1 tot ${EXPLANATION_MAX} tekens toe wat er aan de hand is.`,
  },
];

/** Every problem at once, in the order of the form; none when the melding can be registered. Store the texts trimmed. */
export function meldingProblems(draft: MeldingDraft): MeldingProblem[] {
  return RULES.filter((rule) => rule.isBroken(draft)).map(({ field, en, nl }) => ({ field, en, nl }));
}

function isGiven(text: string | null | undefined): text is string {
  return (text ?? '').trim() !== '';
}

/** Half of a pair cannot be stored as it is; a text of nothing but invisible characters says nothing. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;
const VISIBLE = /[^\p{Other}\p{Separator}]/u;

/** Counted in characters, as the database counts them. A NUL cannot be stored in any text. */
function isBetween(text: string, least: number, most: number): boolean {
  const length = text.length > most * 2 ? Number.POSITIVE_INFINITY : [...text].length;
  return (
    length >= least && length <= most && !text.includes('\0') && !HALF_A_CHARACTER.test(text) && VISIBLE.test(text)
  );
}
