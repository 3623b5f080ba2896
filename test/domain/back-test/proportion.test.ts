import fc from 'fast-check';
import { proportion } from '../../../src/domain/back-test/proportion';

describe('A proportion', () => {
  // From the tables of Newcombe (1998), method 3: Wilson without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d lies with 95 %% from %d to %d', (count, total, low, high) => {
    const found = proportion(count, total);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('of nothing is undefined', () => {
    expect(proportion(0, 0)).toEqual({ count: 0, total: 0, share: null, low: null, high: null });
  });

  it('lies within its interval, within 0 and 1, and closer the more there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (part, more) => {
        const [found, tenfold] = [proportion(part, part + more), proportion(part * 10, (part + more) * 10)];
        const { low, share, high } = found as { low: number; share: number; high: number };
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        expect((tenfold.high ?? 1) - (tenfold.low ?? 0)).toBeLessThan(high - low);
      }),
    );
  });
});
