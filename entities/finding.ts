import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { SEVERITIES, type Severity } from '../src/domain/vocabulary';
import { Day, Id, OneOf, Text, Uuid } from './columns';
import type { StoredInput } from './indicator';
import { Provider } from './provider';

/** Figures that were delivered and cannot be right, or hardly: kept as they came, and shown with what is the matter. */
@Entity()
@OneOf('finding_severity_is_a_known_word', 'severity', SEVERITIES)
@Index(['providerId', 'quarter', 'id'])
@Index(['quarter', 'id'])
export class Finding {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  /** The first day of the quarter that the period ends with. */
  @Day() quarter: string;
  /** "2026Q3" or "2026H1". */
  @Text() period: string;
  /** Of the rule: src/domain/plausibility. */
  @Text() code: string;
  @Text() severity: Severity;
  /** As delivered. */
  @Column('jsonb') figures: StoredInput[];
  @Text() saysNl: string;
  @Text() saysEn: string;
}
