import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Day, optional, Text } from './columns';
import { Municipality } from './municipality';
import { Region } from './region';

/** Which region a municipality belonged to, and from when until when. */
@Entity()
export class RegionMembership {
  @ForeignKey(() => Municipality) @PrimaryColumn('text') municipalityCode: string;
  @PrimaryColumn('date') validFrom: string;
  @Day(optional) validTo: string | null;
  @Index() @ForeignKey(() => Region) @Text() regionCode: string;
}
