import type { VolumeUnit } from '../../../domain/vocabulary';

export interface UnitOf {
  readonly unit: VolumeUnit;
  /** Whether the volume of the message counts in that unit. */
  readonly hasVolume: boolean;
}

/**
 * WJ756 (iJw 3.2) as our units. "Stuks" are counted as results, whether by output (82) or by effort (84). A volume in euros (83)
 * is the amount over again (CS339): it counts as money, and not as a volume.
 */
export const UNITS_OF_IJW: Readonly<Record<string, UnitOf>> = {
  '01': { unit: 'MINUTE', hasVolume: true },
  '04': { unit: 'HOUR', hasVolume: true },
  '14': { unit: 'DAY', hasVolume: true },
  '16': { unit: 'PART_DAY', hasVolume: true },
  '82': { unit: 'OUTPUT', hasVolume: true },
  '83': { unit: 'OUTPUT', hasVolume: false },
  '84': { unit: 'OUTPUT', hasVolume: true },
};
