import { Entity, PrimaryColumn } from 'typeorm';
import { Day, optional, Text } from './columns';

/** A versioned definition of what is asked for: data, not code (covenant Bijlage 4; Regeling Jeugdwet 8g). */
@Entity()
export class Uitvraag {
  @PrimaryColumn('text') key: string;
  @PrimaryColumn('integer') version: number;
  @Text() name: string;
  @Text() legalBasis: string;
  @Day() validFrom: string;
  @Day(optional) validTo: string | null;
}
