import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CASE_ROLES, type CaseRole } from '../src/domain/vocabulary';
import { Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { DraaiboekCase } from './draaiboek-case';
import { Party } from './party';

/** That a party takes part in a case: what it may read of the provider follows from it, until the case is closed. */
@Entity()
@OneOf('case_party_role_is_a_known_word', 'role', CASE_ROLES)
@ForeignKey(() => DraaiboekCase, ['caseId', 'providerId', 'leadRegionCode'], ['id', 'providerId', 'leadRegionCode'], {
  name: 'case_party_is_of_its_case',
})
@Unique('case_party_has_a_role_once', ['caseId', 'partyId', 'role'])
@Index(['partyId', 'role'])
export class CaseParty {
  @Id() id: string;
  @Uuid() caseId: string;
  @ForeignKey(() => Party) @Uuid() partyId: string;
  @Text() role: CaseRole;
  /** As the case has them. */
  @Index() @Uuid() providerId: string;
  @Text() leadRegionCode: string;
  @Moment() since: Date;
  /** When the case was closed; null as long as it is open. */
  @Moment(optional) until: Date | null;
}
