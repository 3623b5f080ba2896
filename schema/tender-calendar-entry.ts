import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { Funding } from './enums';
import { always, Count, Day, Filter, Of, type Ref, Text, Type } from './leaves';
import { Node } from './node';
import { Region } from './region';

@Type('aanbesteding op de kalender', 'A tender to come: public by nature (Bijlage 4, municipalities 3).', Node)
export class TenderCalendarEntry extends Node {
  @Of(() => Region, 'jeugdregio', 'The region that will tender.', always) region: Ref<Region>;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that will be tendered.', always) careForm: Ref<CareForm>;
  @Text('onderwerp', 'What the tender is called.') subject: string | null;
  @Day('opent op', 'The day on which the tender is published.') opensOn: string | null;
  @Day('contracten beginnen op', 'The day on which the contracts start.') startsOn: string | null;
  @Of(() => Funding, 'uitvoeringsvariant', 'How the care will be paid for (iJw).') funding: words.Funding | null;
  @Count('looptijd', 'Duration of the contracts, in months.') durationMonths: number | null;
}

@Filter('de aanbestedingskalender', 'tenders')
export class TenderCalendarEntryFilter {
  @Text('jeugdregio', 'Only tenders of this region, such as "JZ01".') regionCode?: string | null;
  @Text('zorgvorm', 'Only tenders for this form of care, such as "JH1221".') careFormCode?: string | null;
  @Day('opent vanaf', 'Only tenders that open on or after this day.') opensFrom?: string | null;
  @Day('opent tot', 'Only tenders that open before this day.') opensTo?: string | null;
}

export const TenderCalendarEntrySort = orders('TenderCalendarEntrySort', 'de aanbestedingskalender', {
  OPENS_ON_ASC: 'First to open first.',
  OPENS_ON_DESC: 'Last to open first.',
});

export const TenderCalendar = listing({
  node: 'TenderCalendarEntry',
  nl: 'aanbestedingen op de kalender',
  type: () => TenderCalendarEntry,
  filter: () => TenderCalendarEntryFilter,
  orderBy: TenderCalendarEntrySort,
});
