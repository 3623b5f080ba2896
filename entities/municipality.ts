import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Count, Day, Decimal, optional, Text } from './columns';
import { Province } from './province';
import { Region } from './region';

/** A municipality (CBS code GMxxxx), dated because of the mergers of every 1 January. */
@Entity()
export class Municipality {
  @PrimaryColumn('text') code: string;
  @Text() name: string;
  @ForeignKey(() => Province) @Text() provinceCode: string;
  /** The region it belongs to now; the history is in RegionMembership. */
  @Index() @ForeignKey(() => Region) @Text() regionCode: string;
  @Day() validFrom: string;
  @Day(optional) validTo: string | null;
  @Count(optional) inhabitants: number | null;
  @Count(optional) youthEstimate: number | null;
  @Decimal(optional) longitude: string | null;
  @Decimal(optional) latitude: string | null;
}
