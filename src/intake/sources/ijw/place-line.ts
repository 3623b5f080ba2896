import { isDay, quarterOf } from '../../../domain/period';
import type { VolumeUnit } from '../../../domain/vocabulary';
import type { CareFormOf } from './care-forms';
import type { Header, Line } from './read-message';
import { UNITS_OF_IJW } from './units';

/** What is known of municipalities: until which day a code held, by code. Null for one that holds. */
export type KnownMunicipalities = ReadonlyMap<string, string | null>;

export interface Known {
  readonly municipalities: KnownMunicipalities;
  readonly careForms: ReadonlyMap<string, CareFormOf>;
}

/** Why a line is in no row. */
export const NOT_PLACED = ['amount', 'municipality', 'category', 'unit', 'volume', 'period', 'quarters'] as const;
export type NotPlaced = (typeof NOT_PLACED)[number];

/** What is worth knowing of a line that is in a row. */
export const REMARKS = ['widerForm', 'euros', 'endedMunicipality'] as const;
export type Remark = (typeof REMARKS)[number];

export interface PlacedLine {
  readonly municipality: string;
  readonly careForm: string;
  readonly quarter: string;
  readonly unit: VolumeUnit;
  readonly volume: bigint;
  readonly cents: bigint;
  readonly remarks: readonly Remark[];
}

export interface UnplacedLine {
  readonly because: NotPlaced;
  /** 0 when the amount itself cannot be read. */
  readonly cents: bigint;
}

const SIGNS: Readonly<Record<string, bigint>> = { D: 1n, C: -1n };
const AMOUNT = /^\d{1,12}$/;

/** An amount with its D or C; null when it is not one. */
export function signedCents(amount: string | undefined, sign: string | undefined): bigint | null {
  const by = SIGNS[sign ?? ''];
  return by !== undefined && AMOUNT.test(amount ?? '') ? by * BigInt(amount as string) : null;
}

/** Where a line belongs at our grain, or why nowhere. Everything that comes back is ours: nothing of the message is kept. */
export function placeLine(line: Line, { receiver }: Header, known: Known): PlacedLine | UnplacedLine {
  const cents = signedCents(line.cents, line.sign);
  if (cents === null) return { because: 'amount', cents: 0n };
  const municipality = `GM${receiver}`;
  const endedOn = known.municipalities.get(municipality);
  const form = known.careForms.get(line.productCategory ?? '');
  const unit = UNITS_OF_IJW[line.unit ?? ''];
  if (endedOn === undefined) return { because: 'municipality', cents };
  if (!form) return { because: 'category', cents };
  if (!unit) return { because: 'unit', cents };
  if (!AMOUNT.test(line.volume ?? '')) return { because: 'volume', cents };
  const { start = '', end = '' } = line;
  if (!isDay(start) || !isDay(end) || end < start) return { because: 'period', cents };
  const quarter = quarterOf(start);
  if (quarterOf(end) !== quarter) return { because: 'quarters', cents };
  const remarks: Remark[] = [];
  if (form.isWider) remarks.push('widerForm');
  if (!unit.hasVolume) remarks.push('euros');
  if (endedOn !== null && endedOn <= start) remarks.push('endedMunicipality');
  const delivered = unit.hasVolume ? BigInt(line.volume as string) : 0n;
  const volume = line.sign === 'C' ? -delivered : delivered;
  return { municipality, careForm: form.careForm, quarter, unit: unit.unit, volume, cents, remarks };
}
