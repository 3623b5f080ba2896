import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Region } from './region';

/** That two regions border on each other, from the map of CBS; a row for each of the two ways. */
@Entity()
export class RegionNeighbour {
  @ForeignKey(() => Region) @PrimaryColumn('text') regionCode: string;
  @Index() @ForeignKey(() => Region) @PrimaryColumn('text') neighbourCode: string;
}
