import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arcs, neighboursOf } from '../../../src/domain/waterbed/neighbours';

describe('neighbouring regions', () => {
  it('share a border, also when it is walked the other way round', () => {
    const found = neighboursOf([
      { code: 'B', arcs: [[[0, ~1]], [[7]]] },
      { code: 'A', arcs: [[1, 2]] },
      { code: 'C', arcs: [[~0]] },
      { code: 'D', arcs: [] },
    ]);
    expect([...found]).toEqual([
      ['A', ['B']],
      ['B', ['A', 'C']],
      ['C', ['B']],
      ['D', []],
    ]);
  });

  it('are found on the map of the 42 regions, each of both sides', () => {
    const path = join(__dirname, '../../../seeds/reference/geo/jeugdregio_2025_merged.topojson');
    const map: { objects: { jeugdregio: { geometries: { arcs: Arcs; properties: { code: string } }[] } } } = JSON.parse(
      readFileSync(path, 'utf8'),
    );
    const regions = map.objects.jeugdregio.geometries.map(({ arcs, properties: { code } }) => ({ code, arcs }));
    const found = neighboursOf(regions);
    expect(found.size).toBe(42);
    expect([...found.values()].every((others) => others.length >= 1)).toBe(true);
    for (const [code, others] of found) for (const other of others) expect(found.get(other)).toContain(code);
    expect(found.get('JZ01')).toEqual(expect.arrayContaining(['JZ02']));
  });
});
