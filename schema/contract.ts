import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Client } from './client';
import { listing } from './connection';
import { orders } from './described';
import { ClientKind, ContractSide, ContractType, Funding, Procurement } from './enums';
import { always, Cents, Day, Filter, Identity, Of, type Ref, Text, Type } from './leaves';
import { Node } from './node';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'contract',
  'A contract as one of its two sides reported it. Both sides report, so one contract may appear twice (Bijlage 4).',
  Node,
)
export class Contract extends Node {
  @Text(
    'kenmerk van het contract',
    'What both sides call the contract, so that their reports can be laid side by side.',
  )
  reference: string | null;
  @Of(() => Provider, 'aanbieder', 'The provider that delivers the care.') provider: Ref<Provider> | null;
  @Of(() => Client, 'opdrachtgever', 'Who buys the care.', always) client: Ref<Client>;
  @Of(() => ClientKind, 'soort opdrachtgever', 'Whether the client is a municipality, a region or national (LTA).')
  clientKind: words.ClientKind | null;
  @Of(() => Region, 'jeugdregio', 'The region that the client is or lies in; null for a national contract.')
  region: Ref<Region> | null;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that is bought.', always) careForm: Ref<CareForm>;
  @Of(() => ContractSide, 'gemeld door', 'Which side reported it (Bijlage 4, providers 7 or municipalities 2).')
  reportedBy: words.ContractSide | null;
  @Day('begint op', 'First day of the contract.') startsOn: string | null;
  @Day('loopt tot', 'First day on which it no longer runs.') endsOn: string | null;
  @Cents('jaarwaarde', 'Value per calendar year, in euro cents (Bijlage 4, providers 7).')
  annualValueCents: number | null;
  @Of(() => ContractType, 'contractvorm', 'Framework, service or grant (Bijlage 4, municipalities 2).')
  type: words.ContractType | null;
  @Of(() => Procurement, 'wijze van inkoop', 'How it was awarded (Bijlage 4, municipalities 2).')
  procurement: words.Procurement | null;
  @Of(() => Funding, 'uitvoeringsvariant', 'How the care is paid for (iJw; Bijlage 4, municipalities 2).')
  funding: words.Funding | null;
}

@Filter('contracten', 'contracts')
export class ContractFilter {
  @Identity('aanbieder', 'Only contracts of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only contracts of which this municipality is the client, such as "GM0014".')
  municipalityCode?: string | null;
  @Text('jeugdregio', 'Only contracts of this region or of its municipalities, such as "JZ01".')
  regionCode?: string | null;
  @Text('zorgvorm', 'Only contracts for this form of care, such as "JH1221".') careFormCode?: string | null;
  @Of(() => ClientKind, 'soort opdrachtgever', 'Only contracts with this kind of client.')
  clientKind?: words.ClientKind | null;
  @Of(() => ContractSide, 'gemeld door', 'Only contracts as this side reported them.')
  reportedBy?: words.ContractSide | null;
  @Day('loopt op', 'Only contracts that run on this day: started, and not yet ended.') runsOn?: string | null;
  @Day('eindigt voor', 'Only contracts that end before this day.') endsBefore?: string | null;
}

export const ContractSort = orders('ContractSort', 'contracten', {
  STARTS_ON_DESC: 'Latest start first.',
  STARTS_ON_ASC: 'Earliest start first.',
  ENDS_ON_ASC: 'Earliest end first.',
  ANNUAL_VALUE_DESC: 'Largest value per year first.',
});

export const Contracts = listing({
  node: 'Contract',
  nl: 'contracten',
  type: () => Contract,
  filter: () => ContractFilter,
  orderBy: ContractSort,
});
