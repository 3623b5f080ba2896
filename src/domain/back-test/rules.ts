/** What raises an alarm, as far as a stored assessment can say. Each is tried by itself: none is the truth. */
import type { Said } from '../language';
import type { RiskClass } from '../vocabulary';

/** One assessment of one provider at the end of one quarter, as it is stored. */
export interface StoredAssessment {
  readonly providerId: string;
  /** The first day of the quarter. */
  readonly quarter: string;
  readonly modelVersion: string;
  /** Null when not assessable. */
  readonly trede: number | null;
  /** Null when too little is known for a class. */
  readonly riskClass: RiskClass | null;
  /** The day of the last version of what was delivered on the quarter; null when nothing ever was. */
  readonly lastHeardOn: string | null;
  /** It was made from public annual accounts, for want of a delivery. */
  readonly restsOnAccounts: boolean;
}

export interface AlarmRule extends Said {
  readonly code: string;
  /** Null when not assessable: that is neither an alarm nor its absence. */
  readonly isRaised: (assessment: StoredAssessment) => boolean | null;
}

const tredeFrom = (least: number): AlarmRule => ({
  code: `TREDE_${least}`,
  en: `trede ${least} or higher`,
  nl: `trede ${least} of hoger`,
  isRaised: ({ trede }) => (trede === null ? null : trede >= least),
});

export const ALARM_RULES: readonly AlarmRule[] = [
  {
    code: 'CLASS_HIGH',
    en: 'class HIGH',
    nl: 'klasse hoog',
    isRaised: ({ riskClass }) => (riskClass === null ? null : riskClass === 'HIGH'),
  },
  tredeFrom(3),
  tredeFrom(4),
  tredeFrom(5),
];
