import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { YEAR_WAYS, type YearWay } from '../src/domain/vocabulary';
import { Count, Day, Decimal, OneOf, optional, Text, Uuid } from './columns';
import { Provider } from './provider';

/**
 * What one provider adds to both sides of a comparison of a region, a municipality or the country: its own amounts, allotted
 * by contract value, or those of its contracts there. The comparison of the area is the sum of its parts, so that it can be
 * reconstructed, and made again when one part changes. Written before that comparison, which therefore is no foreign key.
 */
@Entity()
@OneOf('mismatch_part_way_is_a_known_word', 'way', YEAR_WAYS)
@Index(['providerMismatchId'])
export class MismatchPart {
  /** The comparison of the area. */
  @PrimaryColumn('uuid') mismatchId: string;
  @ForeignKey(() => Provider) @PrimaryColumn('uuid') providerId: string;
  @Day() quarter: string;
  /** The same comparison of the provider itself. */
  @Uuid() providerMismatchId: string;
  @Decimal(optional) expected: string | null;
  @Decimal(optional) actual: string | null;
  /** 1 in a sum; in a mean the budgeted revenue in cents, null when that is not known. */
  @Decimal(optional) weight: string | null;
  @Count() covered: number;
  @Count() coverable: number;
  @Text(optional) way: YearWay | null;
}
