import { TREDEN } from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { Count, Filter, InQuarter, Of, type Ref, Text, Type } from './leaves';
import { Region } from './region';

const OnTrede = (trede: '1' | '2' | '3' | '4' | '5') =>
  Count(`trede ${trede}, ${TREDEN[trede].nl}`, `Number of providers on computed trede ${trede}. ${TREDEN[trede].says}`);

@Type(
  'risicobeeld van een gebied',
  'How many providers with their seat in a region, or in the country, stand on each trede in a quarter. Only for the JA; what may be published goes by disclosure control (Bijlage 3).',
)
export class AreaRisk {
  @Text('gebied', 'A region code such as "JZ01", or "NL" for the country.') areaCode: string | null;
  @InQuarter('kwartaal', 'The quarter at whose end is counted.') quarter: string | null;
  @Count('aanbieders', 'Number of providers in the area: each is on one trede or not assessable.')
  providers: number | null;
  @OnTrede('1') trede1: number | null;
  @OnTrede('2') trede2: number | null;
  @OnTrede('3') trede3: number | null;
  @OnTrede('4') trede4: number | null;
  @OnTrede('5') trede5: number | null;
  @Count('niet te beoordelen', 'Number of providers for which a figure was missing: never read as "no risk".')
  notAssessable: number | null;
  @Count('hoog', 'Number of providers in the high class of our own scorecard.') high: number | null;
  @Count('middel', 'Number of providers in the middle class of our own scorecard.') middle: number | null;
  @Count('laag', 'Number of providers in the low class of our own scorecard.') low: number | null;
  @Of(() => Region, 'jeugdregio', 'The region; null for the country.') region: Ref<Region> | null;
}

@Filter('gebieden', 'areas')
export class AreaRiskFilter {
  @Text('gebied', 'Only this area: a region code such as "JZ01", or "NL".') areaCode?: string | null;
}

export const AreaRiskSort = orders('AreaRiskSort', 'gebieden', {
  AREA_CODE_ASC: 'By region code, lowest first.',
  URGENCY_DESC: 'Most providers on trede 4 and 5 first.',
});

export const AreaRisks = listing({
  node: 'AreaRisk',
  nl: 'risicobeelden',
  type: () => AreaRisk,
  filter: () => AreaRiskFilter,
  orderBy: AreaRiskSort,
});
