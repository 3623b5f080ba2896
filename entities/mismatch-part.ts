import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MISMATCH_KINDS, type MismatchKind } from '../src/domain/vocabulary';
import { Cents, OneOf, optional } from './columns';
import { Provider } from './provider';
import { Region } from './region';

/**
 * What one provider adds to both sides of a comparison of a region: its own amounts, allotted by contract value. The
 * comparison of the region is the sum of its parts, so that it can be reconstructed, and made again when one part changes.
 */
@Entity()
@OneOf('mismatch_part_kind_is_a_known_word', 'kind', MISMATCH_KINDS)
@Index(['providerId', 'quarter'])
export class MismatchPart {
  @ForeignKey(() => Region) @PrimaryColumn('text') regionCode: string;
  @PrimaryColumn('date') quarter: string;
  @PrimaryColumn('text') kind: MismatchKind;
  @ForeignKey(() => Provider) @PrimaryColumn('uuid') providerId: string;
  @Cents(optional) expectedCents: string | null;
  @Cents(optional) actualCents: string | null;
}
