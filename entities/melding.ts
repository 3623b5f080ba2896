import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { MELDING_MOMENTS, MELDING_REASONS, type MeldingMoment, type MeldingReason } from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Day, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Municipality } from './municipality';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

/**
 * A report to the meldpunt (covenant 3.1.2). Only the JA sees all; a party sees what it reported itself, and never that
 * another melding exists, not even one about itself. What the JA does with it is in MeldingHandling.
 */
@Entity()
@Unique('melding_client_key_is_used_once_per_reporter', ['reporterPartyId', 'clientKey'])
@OneOf('melding_reason_is_one_of_the_covenants', 'reason', MELDING_REASONS)
@OneOf('melding_moment_is_a_known_word', 'moment', MELDING_MOMENTS)
@Check('melding_explanation_says_something', 'length(btrim(explanation)) between 1 and 4000')
@Check(
  'melding_reported_kvk_number_is_of_nobody_in_particular',
  'reported_kvk_number is null or reporter_party_id is null',
)
@Check('melding_reported_kvk_number_has_eight_digits', "reported_kvk_number ~ '^[0-9]{8}$'")
@Index(['reporterPartyId', 'receivedAt', 'id'])
@Index(['providerId', 'receivedAt', 'id'])
@Index(['regionCode', 'receivedAt', 'id'])
@Index(['receivedAt', 'id'])
export class Melding {
  @Id() id: string;
  /** Null when whoever reported had not signed in. */
  @ForeignKey(() => Party) @Uuid(optional) reporterPartyId: string | null;
  /** The reporter's own key, so that sending the same melding twice registers it once. */
  @Text() clientKey: string;
  @Text() reason: MeldingReason;
  @Text(optional) moment: MeldingMoment | null;
  @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  /** What whoever had not signed in gave as the number of the provider, in the register or not. */
  @Text(optional) reportedKvkNumber: string | null;
  @Index() @ForeignKey(() => Municipality) @Text(optional) municipalityCode: string | null;
  @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  @ForeignKey(() => CareForm) @Text(optional) careFormCode: string | null;
  /** When the change or interruption is expected or happened. */
  @Day(optional) effectiveOn: string | null;
  @Text() explanation: string;
  @Moment() receivedAt: Date;
}
