/**
 * Which regions border on each other, from a map in which a shared border is one and the same arc (TopoJSON). A border that
 * is walked the other way round is written as its complement.
 */
export interface MappedRegion {
  readonly code: string;
  /** Arcs of a Polygon or a MultiPolygon, however deep. */
  readonly arcs: Arcs;
}
export type Arcs = readonly (number | Arcs)[];

/** Every region with its neighbours, both in order of code. A region is not its own neighbour. */
export function neighboursOf(regions: readonly MappedRegion[]): ReadonlyMap<string, readonly string[]> {
  const beside = new Map<number, Set<string>>();
  const found = new Map<string, Set<string>>();
  for (const { code, arcs } of regions) {
    found.set(code, new Set());
    for (const arc of flat(arcs)) {
      const border = arc < 0 ? ~arc : arc;
      beside.set(border, (beside.get(border) ?? new Set()).add(code));
    }
  }
  for (const sides of beside.values()) {
    for (const side of sides) for (const other of sides) if (other !== side) found.get(side)?.add(other);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, others]) => [code, [...others].sort()]));
}

function flat(arcs: Arcs): number[] {
  return arcs.flatMap((arc) => (typeof arc === 'number' ? [arc] : flat(arc)));
}
