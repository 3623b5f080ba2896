import { Entity, PrimaryColumn } from 'typeorm';
import { Count, Day, Decimal, optional, Text } from './columns';

/** A jeugdregio (CBS code JZxx), dated because regions are redrawn. */
@Entity()
export class Region {
  @PrimaryColumn('text') code: string;
  @Text() name: string;
  @Day() validFrom: string;
  /** Half-open: the first day on which the region no longer exists. */
  @Day(optional) validTo: string | null;
  @Count(optional) inhabitants: number | null;
  /** Our own estimate of inhabitants under 18, for order of magnitude only (see seeds/reference/README.md). */
  @Count(optional) youthEstimate: number | null;
  @Decimal(optional) longitude: string | null;
  @Decimal(optional) latitude: string | null;
}
