import { Connected, listing, type Page } from './connection';
import { orders } from './described';
import { Filter, Text, Type } from './leaves';
import { Node } from './node';
import { type Provider, Providers } from './provider';

@Type('concern', 'A holding to which one or more providers belong. Risks may spread inside it.', Node)
export class Concern extends Node {
  @Text('naam', 'Name of the holding.') name: string | null;
  @Connected(() => Providers, 'aanbieders', 'The providers that belong to it.') providers: Page<Provider> | null;
}

@Filter('concerns', 'holdings')
export class ConcernFilter {
  @Text('naam bevat', 'Only holdings whose name contains this text, in capitals or not.') nameContains?: string | null;
}

export const ConcernSort = orders('ConcernSort', 'concerns', {
  NAME_ASC: 'By name, A first.',
  NAME_DESC: 'By name, Z first.',
});

export const Concerns = listing({
  node: 'Concern',
  nl: 'concerns',
  type: () => Concern,
  filter: () => ConcernFilter,
  orderBy: ConcernSort,
});
