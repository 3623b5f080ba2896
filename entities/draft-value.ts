import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VALUE_ORIGINS, type ValueOrigin } from '../src/domain/vocabulary';
import { Count, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** One value of a delivery that is still being filled in, by form or by file: its own version tells two people apart. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@OneOf('draft_value_origin_is_a_known_word', 'origin', VALUE_ORIGINS)
@Check('draft_value_version_counts_from_one', 'version >= 1')
@Check('draft_value_row_counts_from_zero', '"row" >= 0')
@Check('draft_value_is_of_a_size_that_can_be', 'length(value) <= 1000')
export class DraftValue {
  @PrimaryColumn('uuid') deliveryId: string;
  @Uuid() partyId: string;
  /** Of the form of the delivery: src/domain/intake. */
  @PrimaryColumn('text') section: string;
  /** 0 in a section of items, 1 and up in a list. */
  @PrimaryColumn('integer') row: number;
  @PrimaryColumn('text') field: string;
  /** In the form in which it is kept; null when it was emptied. */
  @Text(optional) value: string | null;
  @Count() version: number;
  @Text() origin: ValueOrigin;
  /** Where it stood in the file; null when it came otherwise, and the sheet also when it was no workbook. */
  @Text(optional) sheet: string | null;
  @Text(optional) cell: string | null;
  /** The subject of who changed it last. */
  @Text() changedBy: string;
  @Moment() changedAt: Date;
}
