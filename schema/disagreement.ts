import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Contract } from './contract';
import { DisagreementKind, Language } from './enums';
import { Cents, Of, type Ref, Text, Type, With } from './leaves';
import { Region } from './region';

@Type(
  'verschil tussen twee bronnen',
  'One line on which two sources disagree: a contract that its two sides do not report alike (Bijlage 4, providers 7 and municipalities 2), or a form of care that is contracted and not offered, or the other way round (8g-1 b, 8g b3).',
)
export class Disagreement {
  @Of(() => DisagreementKind, 'soort verschil', 'What is wrong.') what: words.DisagreementKind | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('omschrijving', 'What is wrong, in words for people, with both values.')
  words: string | null;
  @Of(() => Region, 'jeugdregio', 'The region that it is about; null for a national contract, or none in particular.')
  region: Ref<Region> | null;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that it is about; null when no side names it.')
  careForm: Ref<CareForm> | null;
  @Cents(
    'jaarwaarde volgens de aanbieder',
    'Annual value of the contract as the provider reported it, in euro cents; null when it did not, or for a form of care.',
  )
  byProviderCents: number | null;
  @Cents(
    'jaarwaarde volgens de opdrachtgever',
    'Annual value of the contract as the client reported it, in euro cents; null when it did not, or for a form of care.',
  )
  byClientCents: number | null;
  @Cents(
    'verschil',
    'By the provider minus by the client, in euro cents: who does not report the contract says nothing. Null when a value is unknown, or the other side is silent.',
  )
  differenceCents: number | null;
  @Of(() => Contract, 'contract van de aanbieder', 'The contract as the provider reported it; null when it did not.')
  providerContract: Ref<Contract> | null;
  @Of(() => Contract, 'contract van de opdrachtgever', 'The contract as the client reported it; null when it did not.')
  clientContract: Ref<Contract> | null;
}
