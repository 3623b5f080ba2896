import type { JudgedIndicator } from '../indicators';
import type { Said } from '../language';
import type { IndicationCause } from '../vocabulary';
import { FALLEN, INDICATION_RULES, type IndicationRule, type IndicationSign } from './causes';

export interface Indication extends Said {
  readonly cause: IndicationCause;
  /** The code of the indicator, or of the answer, that points at it. */
  readonly indicator: string;
  /** In the unit of the indicator; 1 for an answer. */
  readonly value: number;
}

/** What is looked at of an indicator. */
export type Pointing = Pick<JudgedIndicator, 'code' | 'value' | 'previous' | 'crossed'>;

/** How each sign is read. What is unknown points at nothing: it is told as missing, by its indicator. */
const READ: Readonly<Record<IndicationSign, (seen: Pointing) => boolean>> = {
  BEYOND: ({ crossed }) => crossed.length > 0,
  // In whole numbers: 0.8 as a float is not four fifths.
  FALLEN: ({ value, previous }) =>
    value !== null && previous !== null && value * Number(FALLEN.denominator) < previous * Number(FALLEN.numerator),
  YES: ({ value }) => value === 1,
};

/**
 * What the deliveries of a quarter point at beside the trede, in the order of the rules. Meldingen and meetings point at
 * causes too, and are told apart from these: who sees an assessment does not see them.
 */
export function indicationsOf(indicators: readonly Pointing[], foreseesRisk: boolean | null): Indication[] {
  const answer = { code: 'foreseesRisk', value: foreseesRisk === null ? null : Number(foreseesRisk) };
  const seen = new Map(
    [...indicators, { ...answer, previous: null, crossed: [] }].map((pointing) => [pointing.code, pointing]),
  );
  return INDICATION_RULES.flatMap(({ indicator, sign, cause, en, nl }: IndicationRule) => {
    const pointing = seen.get(indicator);
    if (!pointing || pointing.value === null || !READ[sign](pointing)) return [];
    return [{ cause, indicator, value: pointing.value, en, nl }];
  });
}
