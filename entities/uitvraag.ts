import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Terms } from '../src/domain/intake/terms';
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
  /** When what is asked opens, is due, is reminded of and is escalated, per frequency; null for the terms by default. */
  @Column('jsonb', { ...optional }) terms: Terms | null;
}
