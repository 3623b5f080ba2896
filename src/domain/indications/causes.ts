/**
 * What points at a cause outside the books (covenant ch. 3: such causes can make a situation worrying by themselves). An
 * indication is laid beside the trede for a person to weigh, and never changes it.
 */
import type { IndicatorCode } from '../indicators';
import type { Said } from '../language';
import { limitInWords } from '../quantity';
import { fraction, toNumber } from '../ratio';
import type { IndicationCause, MeldingMoment, MeldingReason } from '../vocabulary';

/** Less than this share of the same quarter last year is a fall. Our own default: the covenant gives no number. */
export const FALLEN = fraction(80n, 100n);

/** BEYOND: past a limit of the indicator. FALLEN: to less than a share of a year before. YES: answered with yes. */
export type IndicationSign = 'BEYOND' | 'FALLEN' | 'YES';

export interface IndicationRule extends Said {
  readonly indicator: IndicatorCode | 'foreseesRisk';
  readonly sign: IndicationSign;
  readonly cause: IndicationCause;
}

const share = {
  en: limitInWords(toNumber(FALLEN), 'FRACTION', 'en'),
  nl: limitInWords(toNumber(FALLEN), 'FRACTION', 'nl'),
};

/** What deliveries point at, in the order in which it is shown. */
// biome-ignore format: it is a table, and is read as one
export const INDICATION_RULES = [
  { indicator: 'foreseesRisk',      sign: 'YES',    cause: 'OWN_EXPECTATION',        en: 'the provider itself foresees a risk',                        nl: 'de aanbieder voorziet zelf een risico' },
  { indicator: 'contractsExpiring', sign: 'BEYOND', cause: 'ASSIGNMENTS_LOST',       en: 'many contracts end within six months without a successor',   nl: 'veel contracten lopen binnen zes maanden af zonder opvolger' },
  { indicator: 'contractsShort',    sign: 'BEYOND', cause: 'ASSIGNMENTS_LOST',       en: 'many contracts last less than three years',                  nl: 'veel contracten duren korter dan drie jaar' },
  { indicator: 'largestClient',     sign: 'BEYOND', cause: 'ASSIGNMENTS_LOST',       en: 'the revenue depends on one client',                          nl: 'de omzet hangt af van één opdrachtgever' },
  { indicator: 'herfindahl',        sign: 'BEYOND', cause: 'ASSIGNMENTS_LOST',       en: 'the revenue comes from few clients',                         nl: 'de omzet komt van weinig opdrachtgevers' },
  { indicator: 'careInflow',        sign: 'FALLEN', cause: 'FLOW_FALLING',           en: `inflow is less than ${share.en} of a year before`,           nl: `de instroom is minder dan ${share.nl} van een jaar eerder` },
  { indicator: 'careOutflow',       sign: 'FALLEN', cause: 'FLOW_FALLING',           en: `outflow is less than ${share.en} of a year before`,          nl: `de uitstroom is minder dan ${share.nl} van een jaar eerder` },
  { indicator: 'bedOccupancy',      sign: 'BEYOND', cause: 'FLOW_FALLING',           en: 'beds are empty',                                             nl: 'bedden staan leeg' },
  { indicator: 'nonBillableShare',  sign: 'BEYOND', cause: 'UNVALIDATED_PRODUCTION', en: 'much of the production cannot be billed',                    nl: 'veel van de productie is niet declarabel' },
  { indicator: 'pnilRatio',         sign: 'BEYOND', cause: 'STAFFING',               en: 'much of the staff is hired',                                 nl: 'veel personeel is niet in loondienst' },
  { indicator: 'sickness',          sign: 'BEYOND', cause: 'STAFFING',               en: 'sickness is high',                                           nl: 'het ziekteverzuim is hoog' },
  { indicator: 'staffOutflow',      sign: 'BEYOND', cause: 'STAFFING',               en: 'many employees leave',                                       nl: 'veel personeel vertrekt' },
  { indicator: 'vacancies',         sign: 'BEYOND', cause: 'STAFFING',               en: 'there are many vacancies',                                   nl: 'er zijn veel vacatures' },
  { indicator: 'occupancyPrimary',  sign: 'BEYOND', cause: 'STAFFING',               en: 'the primary process is understaffed',                        nl: 'het primaire proces is onderbezet' },
  { indicator: 'occupancyTotal',    sign: 'BEYOND', cause: 'STAFFING',               en: 'the organisation is understaffed',                           nl: 'de organisatie is onderbezet' },
] as const satisfies readonly IndicationRule[];

/** What a melding points at by its reason. The other reasons are about clients, or name no cause. */
export const CAUSES_BY_REASON = { BOARD_CHANGE: 'BOARD_LOST' } as const satisfies Partial<
  Record<MeldingReason, IndicationCause>
>;
/** A melding has a moment only when care stops (Jeugdwet 9a.2(4)(b)). */
export const CAUSE_WHEN_CARE_STOPS = 'CLOSING' satisfies IndicationCause;

/** The cause that a melding points at; null when it points at none of them. */
export function causeOfMelding(reason: MeldingReason, moment: MeldingMoment | null): IndicationCause | null {
  const byReason: Partial<Record<MeldingReason, IndicationCause>> = CAUSES_BY_REASON;
  return moment === null ? (byReason[reason] ?? null) : CAUSE_WHEN_CARE_STOPS;
}
