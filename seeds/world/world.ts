import { type Books, booksOf } from './books';
import { type Contract, contractsOf } from './contracts';
import { type Country, country } from './country';
import { type Filing, filingOf } from './filing';
import { type Market, marketsOf } from './market';
import { type Oddity, odditiesOf } from './oddities';
import { type Parties, partiesOf } from './parties';
import { type Concern, concernsAndProviders, type Provider } from './providers';
import { SCALES, type Scale, type WorldSize } from './size';

/** The invented Netherlands before it is written down as rows: who there is, who works where, and how they fared. */
export interface World {
  readonly size: WorldSize;
  readonly scale: Scale;
  readonly land: Country;
  readonly concerns: readonly Concern[];
  readonly providers: readonly Provider[];
  readonly markets: ReadonlyMap<Provider, readonly Market[]>;
  readonly books: ReadonlyMap<Provider, Books>;
  readonly contracts: readonly Contract[];
  readonly parties: Parties;
  readonly oddities: ReadonlyMap<Provider, Oddity>;
  readonly filing: Filing;
}

/** Builds the world of a size: the same every time, down to the ids. */
export function buildWorld(size: WorldSize): World {
  const scale = SCALES[size];
  const land = country(scale);
  const { concerns, providers } = concernsAndProviders(size, scale, land);
  const markets = marketsOf(size, scale, land, providers);
  const books = booksOf(size, markets);
  const contracts = [...contractsOf(size, markets, books)];
  const parties = partiesOf(size, land, providers);
  const oddities = odditiesOf(size, scale, providers);
  const filing = filingOf(size, land, providers, parties, oddities);
  return { size, scale, land, concerns, providers, markets, books, contracts, parties, oddities, filing };
}
