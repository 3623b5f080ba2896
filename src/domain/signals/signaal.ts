/**
 * What a municipality or region may know of a risk in its own area (Regeling Jeugdwet art. 8h): five items and nothing more.
 * No figure, no trede, no free text and nothing of another area can be in it: every item is a code, a day or a name of the
 * public register.
 */
import { isDay } from '../period';
import { DEVELOPMENTS, type Development, SUPPLIES, type Supply, valuesOf } from '../vocabulary';
import { compare } from './signal';

/** The receiving area. A municipality lies in a region; a region receives for all its municipalities. */
export type Area =
  | { readonly kind: 'MUNICIPALITY'; readonly code: string; readonly region: string }
  | { readonly kind: 'REGION'; readonly code: string };

/** Who a signaal may name: the name and code of the public register, and nothing else of a provider. */
export interface NamedProvider {
  readonly name: string;
  /** Institution, practice or caregiver code (AGB); null when there is none. */
  readonly code: string | null;
}

/** What was gathered about one form of care in one place. */
export interface Concern {
  readonly careForm: string;
  readonly region: string;
  /** Null when it concerns the whole region. */
  readonly municipality: string | null;
  readonly supply: Supply;
  readonly developments: readonly Development[];
}

/** From one melding (8h under a, dated), or from the analysis of the authority (8h under b, which knows no date). */
export interface SignaalFacts {
  readonly basis: { readonly kind: 'MELDING'; readonly dated: string } | { readonly kind: 'ANALYSIS' };
  readonly concerns: readonly Concern[];
}

declare const onlyFiveItems: unique symbol;

/** Only `signalen` makes one: an object of this shape with anything beside it is not a Signaal. */
export interface Signaal {
  /** 1. The day of the melding; null when it follows from analysis (8h under b has no date). */
  readonly dated: string | null;
  /** 2. Codes of the forms of care, in the own area. */
  readonly careForms: readonly string[];
  /** 3. A possible risk, or a shortage that exists. */
  readonly supply: Supply;
  /** 4. Why. */
  readonly developments: readonly Development[];
  /** 5. The provider, as far as it applies. */
  readonly provider: NamedProvider | null;
  readonly [onlyFiveItems]: true;
}

/**
 * What this area is told: nothing when nothing concerns it, and one signaal for the shortages and one for the risks when
 * there are both, so that a risk is never told as a shortage. What concerns other areas changes nothing. RangeError for a
 * melding without a day of the calendar.
 */
export function signalen(provider: NamedProvider | null, area: Area, { basis, concerns }: SignaalFacts): Signaal[] {
  const dated = basis.kind === 'MELDING' ? basis.dated : null;
  if (dated !== null && !isDay(dated)) throw new RangeError('A melding is dated on a day, such as 2026-07-01.');
  const own = concerns.filter((concern) => lies(concern, area));
  return valuesOf(SUPPLIES).flatMap((supply) => {
    const told = own.filter((concern) => concern.supply === supply);
    if (told.length === 0) return [];
    const fiveItems: Omit<Signaal, typeof onlyFiveItems> = {
      dated,
      careForms: unique(told.map(({ careForm }) => careForm)),
      supply,
      developments: unique(told.flatMap(({ developments }) => developments)).filter(isDevelopment),
      provider: provider && { name: provider.name, code: provider.code },
    };
    return [Object.freeze(fiveItems) as Signaal];
  });
}

function lies({ region, municipality }: Concern, area: Area): boolean {
  if (area.kind === 'REGION') return region === area.code;
  return municipality === null ? region === area.region : municipality === area.code;
}

/** Input that was not checked by a compiler cannot bring words of its own. */
function isDevelopment(code: string): code is Development {
  return Object.hasOwn(DEVELOPMENTS, code);
}

function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort(compare);
}
