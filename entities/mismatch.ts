import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Disagreement } from '../src/domain/mismatch/disagreement';
import {
  MEASURE_UNITS,
  type MeasureUnit,
  MISMATCH_ASPECTS,
  MISMATCH_INFORMATION,
  MISMATCH_KINDS,
  MISMATCH_SUBJECTS,
  type MismatchAspect,
  type MismatchInformation,
  type MismatchKind,
  type MismatchSubject,
  VERDICTS,
  type Verdict,
  YEAR_WAYS,
  type YearWay,
} from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Count, Day, Decimal, Id, OneOf, optional, Text, Uuid } from './columns';
import { Municipality } from './municipality';
import { Provider } from './provider';
import { Region } from './region';

/** Two sources that should agree, laid side by side for one subject and quarter, with coverage and verdict (Bijlage 4). */
@Entity()
@OneOf('mismatch_kind_is_a_known_word', 'kind', MISMATCH_KINDS)
@OneOf('mismatch_aspect_is_a_known_word', 'aspect', MISMATCH_ASPECTS)
@OneOf('mismatch_subject_is_a_known_word', 'subject', MISMATCH_SUBJECTS)
@OneOf('mismatch_information_is_a_known_word', 'information', MISMATCH_INFORMATION)
@OneOf('mismatch_unit_is_a_known_word', 'unit', MEASURE_UNITS)
@OneOf('mismatch_way_is_a_known_word', 'way', YEAR_WAYS)
@OneOf('mismatch_verdict_is_a_known_word', 'verdict', VERDICTS)
@Check('mismatch_of_a_provider_names_it', "(information = 'OF_PROVIDER') = (provider_id is not null)")
@Check('mismatch_of_a_municipality_names_it', "(subject = 'MUNICIPALITY') = (municipality_code is not null)")
@Check('mismatch_of_an_area_names_its_region', "(subject in ('REGION', 'MUNICIPALITY')) = (region_code is not null)")
@Index('mismatch_of_a_provider_by_quarter_and_id', ['providerId', 'quarter', 'id'], {
  where: 'provider_id is not null',
})
@Index('mismatch_of_a_municipality_by_quarter_and_id', ['municipalityCode', 'quarter', 'id'], {
  where: 'municipality_code is not null',
})
@Index('mismatch_of_a_region_by_quarter_and_id', ['regionCode', 'quarter', 'id'], { where: 'region_code is not null' })
@Index(['subject', 'quarter', 'id'])
@Index(['quarter', 'id'])
export class Mismatch {
  @Id() id: string;
  @Text() kind: MismatchKind;
  /** Which comparison, of a kind that makes more than one. */
  @Text(optional) aspect: MismatchAspect | null;
  @Text() subject: MismatchSubject;
  @Text() information: MismatchInformation;
  @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  @ForeignKey(() => Municipality) @Text(optional) municipalityCode: string | null;
  @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  /** Only for kind 3 per care form; null is all forms together. */
  @ForeignKey(() => CareForm) @Text(optional) careFormCode: string | null;
  @Day() quarter: string;
  /** Of both sides. */
  @Text() unit: MeasureUnit;
  /** The side that was planned, for the part of the year that has passed. */
  @Decimal(optional) expected: string | null;
  /** The side that was realised, or the other plan. */
  @Decimal(optional) actual: string | null;
  /** The fraction of the year that is expected to have passed. */
  @Decimal() expectedShare: string;
  /** How that fraction was taken; null when the whole year is compared. */
  @Text(optional) way: YearWay | null;
  /** How many of the sources that should have delivered did. */
  @Count() covered: number;
  @Count() coverable: number;
  /** Of the expected side alone, where the two sides come from different sources (kind 4): it stays when the other changes. */
  @Count(optional) expectedCovered: number | null;
  @Count(optional) expectedCoverable: number | null;
  @Text() verdict: Verdict;
  /** What the two sources disagree about, line by line: of a provider's contracts (kind 5) and forms of care (kind 6). */
  @Column('jsonb') disagreements: Disagreement[];
  /** Of what a provider adds to areas, so that its parts are written again only when they changed. */
  @Uuid(optional) partsDigest: string | null;
  /** Of all of the above: who makes it again writes only what is another. */
  @Uuid() digest: string;
}
