import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Client } from './client';
import { listing } from './connection';
import { orders } from './described';
import { ClientKind, VolumeUnit } from './enums';
import { always, Cents, Day, Filter, Identity, Of, type Ref, Text, Type } from './leaves';
import { Node } from './node';
import { Provider } from './provider';
import { Region } from './region';

@Type('tarief', 'The price that a client pays a provider for a product (Bijlage 4, municipalities 5).', Node)
export class Tariff extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that is paid.') provider: Ref<Provider> | null;
  @Of(() => Client, 'opdrachtgever', 'Who pays the provider.', always) client: Ref<Client>;
  @Of(() => ClientKind, 'soort opdrachtgever', 'Whether the client is a municipality, a region or national (LTA).')
  clientKind: words.ClientKind | null;
  @Of(() => Region, 'jeugdregio', 'The region that the client is or lies in; null for a national tariff.')
  region: Ref<Region> | null;
  @Of(() => CareForm, 'zorgvorm', 'The form of care to which the product belongs.', always) careForm: Ref<CareForm>;
  @Text('productcode', 'Code of the product; municipalities may use codes of their own.') productCode: string | null;
  @Of(() => VolumeUnit, 'eenheid', 'The unit of care for which the price holds (iJw WJ756).')
  unit: words.VolumeUnit | null;
  @Cents('tarief', 'Price per unit, in euro cents.') amountCents: number | null;
  @Day('geldig vanaf', 'First day on which the price holds.') validFrom: string | null;
  @Day('geldig tot', 'First day on which it no longer holds; null while it holds.') validTo: string | null;
}

@Filter('tarieven', 'tariffs')
export class TariffFilter {
  @Identity('aanbieder', 'Only tariffs of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only tariffs that this municipality itself pays, such as "GM0014".')
  municipalityCode?: string | null;
  @Text('jeugdregio', 'Only tariffs of this region or of its municipalities, such as "JZ01".')
  regionCode?: string | null;
  @Text('zorgvorm', 'Only tariffs for this form of care, such as "JH1221".') careFormCode?: string | null;
  @Text('productcode', 'Only tariffs for exactly this product code.') productCode?: string | null;
  @Day('geldig op', 'Only tariffs that hold on this day.') validOn?: string | null;
}

export const TariffSort = orders('TariffSort', 'tarieven', {
  VALID_FROM_DESC: 'Latest start first.',
  VALID_FROM_ASC: 'Earliest start first.',
  AMOUNT_DESC: 'Highest price first.',
  AMOUNT_ASC: 'Lowest price first.',
});

export const Tariffs = listing({
  node: 'Tariff',
  nl: 'tarieven',
  type: () => Tariff,
  filter: () => TariffFilter,
  orderBy: TariffSort,
});
