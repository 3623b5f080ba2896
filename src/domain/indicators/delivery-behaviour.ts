/**
 * How a provider delivers: an early sign of trouble that needs no figures. Of what was due in the year before the day on
 * which the deliveries of the quarter are judged (its end + two months, or today when that is earlier), as it stood on that
 * day: what came later was missing then. A correction carries no date and counts from the first.
 */
import type { DeliveryFact, Input } from '../facts';
import { LIMITS } from '../limits';
import type { Ratio } from '../ratio';
import { fraction } from '../ratio';
import { legalBasis } from './basis';
import { addMonths } from './days';
import type { FactsByPeriod } from './facts-by-period';
import type { IndicatorDefinition, Measurement } from './indicator';
import { known, unknown } from './measure';
import { labelOf, type QuarterEnd } from './quarter-end';

const MONTHS_BACK = 12;

/** When the deliveries of a quarter are judged, in words. */
const DUE = {
  en: 'due in the twelve months up to two months after the quarter, or up to today',
  nl: 'verwacht in de twaalf maanden tot twee maanden na het kwartaal, of tot vandaag',
};

const OF_DELIVERIES = {
  note: {
    en: 'Per uitvraag and period: the first version says when it came, a second one that it was corrected. The day of judging is asOf.',
    nl: 'Per uitvraag en periode: de eerste versie zegt wanneer het kwam, een tweede dat het is gecorrigeerd. De dag van beoordelen is de peildatum.',
  },
  better: 'LOWER',
  basis: legalBasis('1-8', 'a, b'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
} as const satisfies Partial<IndicatorDefinition>;

/** What is missing is late as well: else who delivers nothing at all would seem to be in time. */
export const DELIVERIES_LATE = {
  code: 'deliveriesLate',
  en: 'deliveries not in time',
  nl: 'aanleveringen niet op tijd',
  unit: 'FRACTION',
  formula: {
    en: `deliveries that came after their due date or, by then, not at all / deliveries ${DUE.en}`,
    nl: `aanleveringen na de uiterste datum of toen nog niet ontvangen / aanleveringen ${DUE.nl}`,
  },
  ...OF_DELIVERIES,
  thresholds: [LIMITS.deliveriesLateMany],
  measure: (facts, at) => judge(facts, at, isLate, (late, due) => fraction(late, due)),
} as const satisfies IndicatorDefinition;

/** Never came, as far as was known on the day of judging. */
export const DELIVERIES_MISSING = {
  code: 'deliveriesMissing',
  en: 'missing deliveries',
  nl: 'ontbrekende aanleveringen',
  unit: 'COUNT',
  formula: {
    en: `number of deliveries ${DUE.en}, that had not come by then`,
    nl: `aantal aanleveringen ${DUE.nl}, die er toen nog niet waren`,
  },
  ...OF_DELIVERIES,
  thresholds: [LIMITS.deliveriesMissing],
  measure: (facts, at) => judge(facts, at, isMissing, (missing) => fraction(missing)),
} as const satisfies IndicatorDefinition;

/** One correction is care; many are books that are not in order. */
export const DELIVERIES_CORRECTED = {
  code: 'deliveriesCorrected',
  en: 'corrected deliveries',
  nl: 'gecorrigeerde aanleveringen',
  unit: 'COUNT',
  formula: {
    en: `number of deliveries ${DUE.en}, that had come by then and were corrected, then or since`,
    nl: `aantal aanleveringen ${DUE.nl}, die er toen waren en toen of later zijn gecorrigeerd`,
  },
  ...OF_DELIVERIES,
  thresholds: [LIMITS.deliveriesCorrectedMany],
  measure: (facts, at) => judge(facts, at, isCorrected, (corrected) => fraction(corrected)),
} as const satisfies IndicatorDefinition;

type Test = (delivery: DeliveryFact, judgedOn: string) => boolean;

const isMissing: Test = ({ submittedOn }, judgedOn) => submittedOn === null || submittedOn > judgedOn;
const isLate: Test = (delivery, judgedOn) =>
  isMissing(delivery, judgedOn) || (delivery.submittedOn !== null && delivery.submittedOn > delivery.dueOn);
const isCorrected: Test = (delivery, judgedOn) => !isMissing(delivery, judgedOn) && delivery.version > 1;

/** The deliveries whose due date lies in the year before the day of judging, and has passed. */
function dueDeliveries({ deliveries }: FactsByPeriod, { judgedOn }: QuarterEnd): readonly DeliveryFact[] {
  const from = addMonths(judgedOn, -MONTHS_BACK);
  return deliveries.filter(({ dueOn }) => dueOn >= from && dueOn < judgedOn);
}

/** Each delivery that is meant is an input by the name of its uitvraag, beside the number that was due. */
function judge(
  facts: FactsByPeriod,
  at: QuarterEnd,
  isMeant: Test,
  measured: (meant: bigint, due: bigint) => Ratio,
): Measurement {
  const due = facts.once(dueDeliveries, at);
  if (due.length === 0) return unknown([`deliveries ${at.label}`]);
  const meant = due.filter((delivery) => isMeant(delivery, at.judgedOn));
  const inputs: Input[] = meant.map(({ uitvraag, periodStart, periodEnd }) => ({
    name: uitvraag,
    value: 1,
    period: labelOf(periodStart, periodEnd),
    source: 'DELIVERY',
  }));
  inputs.push({ name: 'deliveries', value: due.length, period: at.label, source: 'DELIVERY' });
  return known(measured(BigInt(meant.length), BigInt(due.length)), inputs, at.judgedOn);
}
