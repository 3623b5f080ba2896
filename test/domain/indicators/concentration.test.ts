import type { ClientRevenue } from '../../../src/domain/facts';
import { clients, judged, whole } from './whole';

const declared = (quarter: string, client: string, amount: bigint): ClientRevenue => ({ quarter, client, amount });
const YEAR = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'];
const of = (code: 'largestClient' | 'herfindahl', list: readonly ClientRevenue[]) =>
  judged(code, whole({ clients: list }));

describe('the concentration of revenue', () => {
  it('adds up the last four quarters, and no other', () => {
    const list = [
      ...YEAR.map((quarter) => declared(quarter, 'A', 10n)),
      declared('2025-10-01', 'B', 60n),
      declared('2025-07-01', 'B', 900n),
    ];
    expect(of('largestClient', list)).toMatchObject({
      value: 0.6,
      inputs: [
        { name: 'B', value: 60 },
        { name: 'declarations', value: 100 },
      ],
    });
    expect(of('herfindahl', list)).toMatchObject({
      value: 0.52,
      inputs: [
        { name: 'B', value: 60 },
        { name: 'A', value: 40 },
      ],
    });
  });

  it('adds up what is declared to one client in several lines', () => {
    const list = YEAR.flatMap((quarter) => [
      declared(quarter, 'A', 1n),
      declared(quarter, 'B', 1n),
      declared(quarter, 'A', 2n),
    ]);
    expect(of('largestClient', list).value).toBe(0.75);
  });

  it.each(YEAR)('is not assessable without the declarations of %s: a hole would point at the wrong client', (hole) => {
    const list = YEAR.filter((quarter) => quarter !== hole).map((quarter) => declared(quarter, 'A', 10n));
    for (const code of ['largestClient', 'herfindahl'] as const) {
      const { value, missing } = of(code, list);
      expect([value, missing]).toEqual([
        null,
        `declarations ${hole.slice(0, 4)}Q${(Number(hole.slice(5, 7)) + 2) / 3}`,
      ]);
    }
  });

  it('does not fall back on contract values', () => {
    expect(of('largestClient', []).missing).toBe(
      'declarations 2025Q4, declarations 2026Q1, declarations 2026Q2, declarations 2026Q3',
    );
  });

  it.each([
    ['one client', { A: 7n }, 1, 1],
    ['two equal clients', { A: 7n, B: 7n }, 0.5, 0.5],
    ['a client to whom corrections exceed production: it is left out', { A: 75n, B: 25n, C: -50n }, 0.75, 0.625],
    ['a client without production', { A: 75n, B: 25n, C: 0n }, 0.75, 0.625],
  ])('of %s', (_, amounts, largest, herfindahl) => {
    expect(judged('largestClient', whole(clients(amounts))).value).toBe(largest);
    expect(judged('herfindahl', whole(clients(amounts))).value).toBe(herfindahl);
  });

  it.each([
    { A: 0n, B: 0n },
    { A: -5n, B: 0n },
  ])('is not assessable when nothing was declared on balance', (amounts) => {
    for (const code of ['largestClient', 'herfindahl'] as const) {
      expect(judged(code, whole(clients(amounts)))).toMatchObject({
        value: null,
        missing: 'declarations 2026Q3 (not above zero)',
      });
    }
  });
});
