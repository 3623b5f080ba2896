import type { TimeClass as Time } from '../src/domain/intake/burden';
import { Language, TimeClass } from './enums';
import { Count, Day, Of, type Ref, Some, Text, Type, With } from './leaves';

@Type('tijd per klasse', 'How many deliveries took so long, in the words of their parties.')
export class TimeTakenCount {
  @Of(() => TimeClass, 'tijd', 'How long it took.') timeTaken: Time | null;
  @Count('aanleveringen', 'Number of deliveries.') deliveries: number | null;
}

@Type(
  'last van een uitvraag',
  'What one uitvraag cost to answer for one period: of what was submitted here, and of first versions alone, because a correction begins with everything that was delivered.',
)
export class UitvraagBurden {
  @Text('uitvraag', 'Key of the definition, such as "convenant-bijlage-4".') uitvraagKey: string | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('naam', 'What it is called, such as "Kwartaalcijfers 2026Q3".')
  name: string | null;
  @Day('begin van de periode', 'First day of the period asked about.') periodStart: string | null;
  @Day('einde van de periode', 'First day after it.') periodEnd: string | null;
  @Count('aanleveringen', 'Number of deliveries that were submitted.') deliveries: number | null;
  @Count('gevraagd', 'Values that had to be there, of all those deliveries together.') asked: number | null;
  @Count('vooraf ingevuld', 'Values that were taken over from a delivery before, of all together.')
  prefilled: number | null;
  @Count('hergebruikt', 'Values that were taken over from another uitvraag, of all together.') reused: number | null;
  @Some(() => TimeTakenCount, 'tijd', 'How long they took, of those that said so; the shortest first.')
  times: Ref<TimeTakenCount>[] | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'The averages per delivery, in a sentence.')
  says: string | null;
}

@Type('last', 'What the uitvragen cost to answer, the last period first.')
export class BurdenOverview {
  @Some(() => UitvraagBurden, 'uitvragen', 'Per uitvraag and period.') uitvragen: Ref<UitvraagBurden>[] | null;
}
