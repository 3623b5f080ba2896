import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import { Count } from './columns';

/** How many providers stand on each trede and in each risk class, per region and for the country ("NL"), per quarter. */
@Entity()
@Check(
  'area_risk_counts_every_provider_once_on_the_ladder',
  'providers = trede_1 + trede_2 + trede_3 + trede_4 + trede_5 + not_assessable',
)
@Index(['quarter', 'areaCode'])
export class AreaRisk {
  /** A region code, or "NL". A provider counts in the region of its seat. */
  @PrimaryColumn('text') areaCode: string;
  @PrimaryColumn('date') quarter: string;
  @Count() providers: number;
  @Count({ name: 'trede_1' }) trede1: number;
  @Count({ name: 'trede_2' }) trede2: number;
  @Count({ name: 'trede_3' }) trede3: number;
  @Count({ name: 'trede_4' }) trede4: number;
  @Count({ name: 'trede_5' }) trede5: number;
  @Count() notAssessable: number;
  @Count() high: number;
  @Count() middle: number;
  @Count() low: number;
}
