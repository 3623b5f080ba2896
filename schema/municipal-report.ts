import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { Trend } from './enums';
import { always, Cents, Count, Day, Filter, Of, type Ref, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Node } from './node';
import { Region } from './region';

@Type(
  'kwartaalrapportage',
  "A municipality's quarterly report on one form of care: budget, costs, numbers and trend (Bijlage 4, municipalities 1).",
  Node,
)
export class MunicipalReport extends Node {
  @Of(() => Municipality, 'gemeente', 'The municipality that reports.', always) municipality: Ref<Municipality>;
  @Of(() => Region, 'jeugdregio', 'The region of the municipality in that period.', always) region: Ref<Region>;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that it is about.', always) careForm: Ref<CareForm>;
  @Day('begin van de periode', 'First day of the quarter.') periodStart: string | null;
  @Day('einde van de periode', 'First day after the quarter.') periodEnd: string | null;
  @Cents('begroting', 'Budget for the whole calendar year, in euro cents; null when not delivered.')
  budgetCents: number | null;
  @Cents('gerealiseerde kosten', 'Costs of this quarter alone, in euro cents; null when not delivered.')
  realisedCents: number | null;
  @Count('jeugdigen met zorg', 'Number of young people who received this form of care in the quarter.')
  clients: number | null;
  @Of(() => Trend, 'trend', "The municipality's own judgement of the development.") trend: words.Trend | null;
}

@Filter('kwartaalrapportages', 'municipal reports')
export class MunicipalReportFilter {
  @Text('gemeente', 'Only reports of this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('zorgvorm', 'Only reports on this form of care, such as "JH1221".') careFormCode?: string | null;
  @Day('vanaf', 'Only periods that start on or after this day.') from?: string | null;
  @Day('tot', 'Only periods that start before this day.') to?: string | null;
}

export const MunicipalReportSort = orders('MunicipalReportSort', 'kwartaalrapportages', {
  PERIOD_START_DESC: 'Latest period first.',
  PERIOD_START_ASC: 'Earliest period first.',
});

export const MunicipalReports = listing({
  node: 'MunicipalReport',
  nl: 'kwartaalrapportages',
  type: () => MunicipalReport,
  filter: () => MunicipalReportFilter,
  orderBy: MunicipalReportSort,
});
