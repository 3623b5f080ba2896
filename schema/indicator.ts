import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { FigureSource, IndicatorTrend, Language, MeasureUnit, PeerGroup } from './enums';
import {
  Count,
  Day,
  Exact,
  Filter,
  Flag,
  Identity,
  InQuarter,
  Of,
  Ratio,
  type Ref,
  Some,
  Text,
  Type,
  With,
} from './leaves';
import { Node } from './node';
import { Provider } from './provider';

@Type('gebruikt cijfer', 'One number that an indicator was worked out from, so that a person can do it again by hand.')
export class IndicatorInput {
  @Text('naam', 'What it is: a figure such as "equity", or a client, a contract or an uitvraag by its own code.')
  name: string | null;
  @Exact('waarde', 'The number: money in euro cents, and people, days, fte and shares as they are.')
  value: number | null;
  @Text('periode', 'What it is about: "2026Q3", "2026H1" or "2026".') period: string | null;
  @Of(() => FigureSource, 'bron', 'Delivered, from public accounts, or an estimate.')
  source: words.FigureSource | null;
}

@Type(
  'positie',
  'The place of an indicator among the same of other providers in that quarter: a lens of its own beside the ladder and the scorecard. Made of counts alone.',
)
export class PeerPosition {
  @Of(() => PeerGroup, 'vergelijkingsgroep', 'With whom it is compared.') group: words.PeerGroup | null;
  @Count('anderen', 'How many others have a value: ten or more.') peers: number | null;
  @Count('slechter', 'How many of them are worse; of an indicator of which neither way is better: how many are lower.')
  worse: number | null;
  @Count('gelijk', 'How many of them have exactly the same value.') equal: number | null;
  @Ratio('positie', '(worse + equal / 2) / peers: 0 is the worst, 1 the best, 0.5 the middle.')
  position: number | null;
}

@Type(
  'indicator',
  'One risk indicator of a provider at the end of a quarter, with the numbers it was worked out from (Bijlage 4; Regeling Jeugdwet 8g). It stands beside the ladder, and never changes a trede.',
  Node,
)
export class Indicator extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter at whose end it is measured.') quarter: string | null;
  @Text('code', 'Key of the indicator, such as "solvency"; Query.riskModel lists them.') code: string | null;
  @With('language', () => Language, 'taal', 'The language of the name. Without it: Dutch.')
  @Text('naam', 'What people call it.')
  name: string | null;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of the value and of the previous value.') unit: words.MeasureUnit | null;
  @Exact('waarde', 'The value, in the unit given; null when not assessable, which is never "no risk".')
  value: number | null;
  @Exact('vorige waarde', 'Of the period it is compared with: the one before, or the same of last year.')
  previous: number | null;
  @Of(
    () => IndicatorTrend,
    'ontwikkeling',
    'Whether it moved the right way; null when unknown or when neither way is better.',
  )
  trend: words.IndicatorTrend | null;
  @Some(() => String, 'overschreden grenzen', 'Codes of the limits it is on the wrong side of; none when empty.')
  crossed: string[] | null;
  @Day('peildatum', 'The day on which the value held; null without a value.') asOf: string | null;
  @Of(() => FigureSource, 'bron', 'The weakest source of its numbers; null without a value.')
  source: words.FigureSource | null;
  @Some(
    () => IndicatorInput,
    'gebruikte cijfers',
    'Every number that was used; when not assessable, those that are known.',
  )
  inputs: Ref<IndicatorInput>[] | null;
  @Some(
    () => PeerPosition,
    'positie onder vergelijkbare aanbieders',
    'Its place among all others, and among those of about its size. A group is left out that has fewer than ten others, that leaves fewer than ten to the rest, or in which all have the same value.',
  )
  peers: Ref<PeerPosition>[] | null;
  @Text('ontbreekt', 'What keeps it from being known, such as "sickness 2026H1"; null when nothing is missing.')
  missing: string | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting', 'The value, the formula, the limits it is beyond and how it moved, in words.')
  explanation: string | null;
}

@Filter('indicatoren', 'indicators')
export class IndicatorFilter {
  @Identity('aanbieder', 'Only indicators of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('code', 'Only this indicator, such as "solvency".') code?: string | null;
  @InQuarter('kwartaal', 'Only at the end of this quarter.') quarter?: string | null;
  @InQuarter('vanaf', 'Only at the end of this quarter and later ones.') from?: string | null;
  @InQuarter('tot en met', 'Only at the end of this quarter and earlier ones.') to?: string | null;
  @Flag('grens overschreden', 'Only indicators that are, or are not, on the wrong side of a limit.')
  isBeyond?: boolean | null;
}

export const IndicatorSort = orders('IndicatorSort', 'indicatoren', {
  QUARTER_DESC: 'Latest quarter first.',
  QUARTER_ASC: 'Earliest quarter first.',
  VALUE_DESC: 'Largest value first; what is not assessable last. Ask for one code and quarter.',
  VALUE_ASC: 'Smallest value first; what is not assessable last. Ask for one code and quarter.',
});

export const Indicators = listing({
  node: 'Indicator',
  nl: 'indicatoren',
  type: () => Indicator,
  filter: () => IndicatorFilter,
  orderBy: IndicatorSort,
});
