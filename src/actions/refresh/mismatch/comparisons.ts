/** The comparisons of providers as rows, and as parts of the comparisons of the areas that they add to. */
import type { MismatchUnit } from '../../../domain/mismatch/measure';
import type { YearWay } from '../../../domain/vocabulary';
import type { Area } from './area';
import type { Laid } from './laid';
import type { LaidInQuarter } from './of-provider';
import { type About, digestOf, exact, idOf, type MismatchRow } from './rows';

/** A comparison that is the sum of what providers add to it. */
export interface Whole extends About {
  readonly id: string;
  readonly unit: MismatchUnit;
}

/** What one provider adds to both sides of a whole, as it is stored. */
export interface Part {
  readonly whole: Whole;
  readonly providerId: string;
  /** The same comparison of the provider itself. */
  readonly ownId: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly weight: bigint | null;
  readonly covered: number;
  readonly coverable: number;
  readonly way: YearWay | null;
}

/** Areas, kinds and quarters are few, and every delivery comes back to them. */
const wholes = new Map<string, Map<Area, Whole>>();

/** Every whole is told apart once. */
function wholeOf({ kind, aspect, sides }: Laid, quarter: string, area: Area): Whole {
  const key = `${kind} ${aspect} ${quarter} ${sides.unit}`;
  const there = wholes.get(key) ?? new Map<Area, Whole>();
  wholes.set(key, there);
  const known = there.get(area);
  if (known) return known;
  const about: About = { kind, aspect, quarter, ...area };
  const whole = { ...about, id: idOf(about), unit: sides.unit };
  there.set(area, whole);
  return whole;
}

export class Comparisons {
  readonly rows: MismatchRow[] = [];
  readonly parts: Part[] = [];
  readonly wholes = new Map<string, Whole>();

  add(providerId: string, quarters: readonly LaidInQuarter[]): void {
    for (const { quarter, laid } of quarters) {
      for (const one of laid) this.addOne(providerId, quarter, one);
    }
  }

  private addOne(providerId: string, quarter: string, laid: Laid): void {
    const { kind, aspect, sides, share, way, disagreements, adds } = laid;
    const about: About = { kind, aspect, subject: 'PROVIDER', providerId, quarter };
    const ownId = idOf(about);
    const said: string[] = [];
    for (const { to, weight, covered, coverable, ...both } of adds) {
      const whole = wholeOf(laid, quarter, to);
      this.wholes.set(whole.id, whole);
      const [expected, actual] = [exact(both.expected), exact(both.actual)];
      this.parts.push({ whole, providerId, ownId, expected, actual, weight, covered, coverable, way });
      said.push(`${whole.id} ${expected} ${actual} ${weight} ${covered} ${coverable}`);
    }
    // In an order of their own: that of the contracts is the order in which they came in.
    const partsDigest = digestOf([way, ...said.sort()].join('|'));
    this.rows.push({ ...about, sides, expectedShare: share, way, disagreements, partsDigest });
  }
}
