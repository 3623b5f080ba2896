import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Count, Uuid } from './columns';
import { Delivery } from './delivery';

/**
 * Lines of a list that is too long for a form, as they were checked: some thousands to a row, because a row of its own for
 * each would cost more than the list itself.
 */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@Check('draft_lines_are_counted', 'count = cardinality(lines)')
export class DraftLines {
  @PrimaryColumn('uuid') deliveryId: string;
  @Uuid() partyId: string;
  @PrimaryColumn('text') section: string;
  /** Blocks of lines, from 1. */
  @PrimaryColumn('integer') block: number;
  @Count() count: number;
  /** Each: the number of the line in the file, and the values of the fields in the order of the form, with tabs between them. */
  @Column('text', { array: true }) lines: string[];
}
