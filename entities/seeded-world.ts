import { Entity, PrimaryColumn } from 'typeorm';
import { Day, Moment, Text } from './columns';

/** Which invented world fills this database, so that it is seeded once. At most one row. */
@Entity()
export class SeededWorld {
  @PrimaryColumn('text') size: string;
  @Text() generatorVersion: string;
  /** The day on which the invented history stands still. */
  @Day() asOf: string;
  @Moment() seededAt: Date;
}
