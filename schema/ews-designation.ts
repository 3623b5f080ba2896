import type * as words from '../src/domain/vocabulary';
import { DesignationBasis } from './enums';
import { Day, Flag, Of, type Ref, Text, Type } from './leaves';
import { Region } from './region';

@Type(
  'EWS-aanwijzing',
  'That a provider takes part in the early warning system, and which region accounts for it (covenant 3.1.2, 3.2.1).',
)
export class EwsDesignation {
  @Of(() => DesignationBasis, 'grond', 'By revenue above EUR 2 million, or designated (covenant 3.1.2).')
  basis: words.DesignationBasis | null;
  @Text('reden', 'Why a small but very specialised provider was designated; null for revenue.') reason: string | null;
  @Flag('cruciale aanbieder', 'Whether it is a crucial provider in the sense of covenant 1.2.')
  isCrucial: boolean | null;
  @Day('geldig vanaf', 'First day of the designation.') validFrom: string | null;
  @Day('geldig tot', 'First day on which it no longer holds; null while it holds.') validTo: string | null;
  @Of(() => Region, 'accounthoudende regio', 'The region that leads when the draaiboek is followed (covenant 3.2.1).')
  accountRegion: Ref<Region> | null;
}
