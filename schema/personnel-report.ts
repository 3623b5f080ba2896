import { listing } from './connection';
import { orders } from './described';
import { Cents, Count, Day, Exact, Filter, Identity, Of, Ratio, type Ref, Type } from './leaves';
import { Node } from './node';
import { Provider } from './provider';

@Type(
  'personeel',
  'Personnel of a provider over a half-year (Bijlage 4, providers 5). Null means not delivered, never zero.',
  Node,
)
export class PersonnelReport extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider whose personnel it is.') provider: Ref<Provider> | null;
  @Day('begin van de periode', 'First day of the half-year.') periodStart: string | null;
  @Day('einde van de periode', 'First day after the half-year.') periodEnd: string | null;
  @Count('instroom personeel', 'Number of employees who came in the period.') staffInflow: number | null;
  @Count('uitstroom personeel', 'Number of employees who left in the period.') staffOutflow: number | null;
  @Exact('formatie primair proces', 'Planned staff in the primary process, in fte.') formationPrimaryFte: number | null;
  @Exact('bezetting primair proces', 'Actual staff in the primary process, in fte.') occupancyPrimaryFte: number | null;
  @Exact('formatie totaal', 'Planned staff of the whole organisation, in fte.') formationTotalFte: number | null;
  @Exact('bezetting totaal', 'Actual staff of the whole organisation, in fte.') occupancyTotalFte: number | null;
  @Exact(
    'ziekteverzuim primair proces',
    'Share of working time lost to sickness in the primary process: a fraction, 0.07 is 7 %.',
  )
  sicknessPrimary: number | null;
  @Cents('personeelskosten', 'All personnel costs of the period including hired staff, in euro cents.')
  personnelCostsCents: number | null;
  @Cents('kosten personeel niet in loondienst', 'Costs of hired staff (PNIL) in the period, in euro cents.')
  hiredStaffCostsCents: number | null;
  @Count('vacatures', 'Number of vacancies at the end of the period.') vacancies: number | null;
  @Ratio(
    'PNIL-ratio',
    'Costs of hired staff / all personnel costs: a fraction with 6 decimals; null when not assessable.',
  )
  pnilRatio: number | null;
  @Ratio(
    'bezettingsgraad',
    'Actual / planned staff of the whole organisation: a fraction with 6 decimals; null when not assessable.',
  )
  occupancyRatio: number | null;
}

@Filter('personeel', 'personnel reports')
export class PersonnelReportFilter {
  @Identity('aanbieder', 'Only reports of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Day('vanaf', 'Only periods that start on or after this day.') from?: string | null;
  @Day('tot', 'Only periods that start before this day.') to?: string | null;
}

export const PersonnelReportSort = orders('PersonnelReportSort', 'personeel', {
  PERIOD_START_DESC: 'Latest period first.',
  PERIOD_START_ASC: 'Earliest period first.',
});

export const PersonnelReports = listing({
  node: 'PersonnelReport',
  nl: 'personeel',
  type: () => PersonnelReport,
  filter: () => PersonnelReportFilter,
  orderBy: PersonnelReportSort,
});
