import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DESIGNATION_BASES, type DesignationBasis } from '../src/domain/vocabulary';
import { Day, Flag, OneOf, optional, Text } from './columns';
import { Provider } from './provider';
import { Region } from './region';

/** That a provider takes part in the early warning system, why, and which region accounts for it (covenant 3.1.2, 3.2.1). */
@Entity()
@OneOf('ews_designation_basis_is_a_known_word', 'basis', DESIGNATION_BASES)
export class EwsDesignation {
  @ForeignKey(() => Provider) @PrimaryColumn('uuid') providerId: string;
  @Text() basis: DesignationBasis;
  /** Why a small provider was designated. */
  @Text(optional) reason: string | null;
  /** A crucial provider in the sense of covenant 1.2. */
  @Flag() isCrucial: boolean;
  @Day() validFrom: string;
  @Day(optional) validTo: string | null;
  /** The accounthoudende region. */
  @Index() @ForeignKey(() => Region) @Text() accountRegionCode: string;
}
