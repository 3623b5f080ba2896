import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  MISMATCH_INFORMATION,
  MISMATCH_KINDS,
  MISMATCH_SUBJECTS,
  type MismatchInformation,
  type MismatchKind,
  type MismatchSubject,
  VERDICTS,
  type Verdict,
} from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Cents, Count, Day, Decimal, Id, OneOf, optional, Text, Uuid } from './columns';
import { Municipality } from './municipality';
import { Provider } from './provider';
import { Region } from './region';

/** Two sources that should agree, laid side by side for one subject and quarter, with coverage and verdict (Bijlage 4). */
@Entity()
@OneOf('mismatch_kind_is_a_known_word', 'kind', MISMATCH_KINDS)
@OneOf('mismatch_subject_is_a_known_word', 'subject', MISMATCH_SUBJECTS)
@OneOf('mismatch_information_is_a_known_word', 'information', MISMATCH_INFORMATION)
@OneOf('mismatch_verdict_is_a_known_word', 'verdict', VERDICTS)
@Check('mismatch_of_a_provider_names_it', "(information = 'OF_PROVIDER') = (provider_id is not null)")
@Check('mismatch_of_a_municipality_names_it', "(subject = 'MUNICIPALITY') = (municipality_code is not null)")
@Check('mismatch_of_an_area_names_its_region', "(subject in ('REGION', 'MUNICIPALITY')) = (region_code is not null)")
@Index(['providerId', 'quarter', 'id'])
@Index(['municipalityCode', 'quarter', 'id'])
@Index(['regionCode', 'quarter', 'id'])
@Index(['subject', 'quarter', 'id'])
@Index(['quarter', 'id'])
export class Mismatch {
  @Id() id: string;
  @Text() kind: MismatchKind;
  @Text() subject: MismatchSubject;
  @Text() information: MismatchInformation;
  @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  @ForeignKey(() => Municipality) @Text(optional) municipalityCode: string | null;
  @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  /** Only for kind 3 per care form; null is all forms together. */
  @ForeignKey(() => CareForm) @Text(optional) careFormCode: string | null;
  @Day() quarter: string;
  /** The side that was planned, for the part of the year that has passed. */
  @Cents(optional) expectedCents: string | null;
  /** The side that was realised, or the other plan. */
  @Cents(optional) actualCents: string | null;
  /** The fraction of the year that is expected to have passed. */
  @Decimal() expectedShare: string;
  /** How many of the sources that should have delivered did. */
  @Count() covered: number;
  @Count() coverable: number;
  /** Of the expected side alone, where the two sides come from different sources (kind 4): it stays when the other changes. */
  @Count(optional) expectedCovered: number | null;
  @Count(optional) expectedCoverable: number | null;
  @Text() verdict: Verdict;
}
