import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Uuid } from './columns';
import { Delivery } from './delivery';

/** One line of a list that is too long for a form, as it was checked: the values of its fields in the order of the form. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@Check('draft_line_counts_from_one', 'line >= 1')
export class DraftLine {
  @PrimaryColumn('uuid') deliveryId: string;
  @Uuid() partyId: string;
  @PrimaryColumn('text') section: string;
  /** Of the file. */
  @PrimaryColumn('integer') line: number;
  @Column('text', { array: true }) cells: string[];
}
