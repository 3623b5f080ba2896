import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { PROVIDER_KINDS, type ProviderKind } from '../src/domain/vocabulary';
import { Id, OneOf, optional, Text, Uuid } from './columns';
import { Concern } from './concern';
import { Municipality } from './municipality';
import { Region } from './region';

/** The public register of providers: who they are, nothing about how they fare. */
@Entity()
@Unique('provider_kvk_number_is_used_once', ['kvkNumber'])
@OneOf('provider_kind_is_a_known_word', 'kind', PROVIDER_KINDS)
@Index(['name', 'id'])
export class Provider {
  @Id() id: string;
  /** Short readable key, such as "de-wissel", for personas and examples. */
  @Index({ unique: true }) @Text() key: string;
  @Text() name: string;
  @Text() kvkNumber: string;
  @Text(optional) agbCode: string | null;
  @Text() kind: ProviderKind;
  @Index() @ForeignKey(() => Concern) @Uuid(optional) concernId: string | null;
  @Index() @ForeignKey(() => Municipality) @Text() seatMunicipalityCode: string;
  @Index() @ForeignKey(() => Region) @Text() seatRegionCode: string;
}
