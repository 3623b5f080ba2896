import fc from 'fast-check';
import { FIGURE_NAMES, type FigureName } from '../../src/domain/figures';
import { assess } from '../../src/domain/ladder/assess';
import { notCounted } from '../../src/domain/plausibility/finding';
import { score } from '../../src/domain/scorecard';
import { whatCounts } from '../../src/domain/what-counts';
import { healthyBut, NOW, QUARTERS } from './healthy';

const lastOf = <T>(list: readonly T[]) => list.at(-1) as T;

describe('what counts of what was delivered', () => {
  it('is all of it, when nothing is the matter', () => {
    const history = healthyBut();
    expect(whatCounts(history)).toEqual({ quarters: history, origins: new Map(), findings: [] });
  });

  it('never rests an estimate on a figure that cannot be right', () => {
    // Equity a thousand times too large in the quarter before, and not asked now: the estimate starts two quarters back.
    const { quarters, origins } = whatCounts(healthyBut({ equity: 300_000_000_00n }, { equity: null }));
    expect(lastOf(quarters).equity).toBe(300_000_00n + 20_000_00n + 20_000_00n);
    const before = quarters.at(-2);
    expect(before?.equity).toBe(320_000_00n);
    expect(origins.get(NOW)?.map(({ figure, source }) => `${figure} ${source}`)).toEqual(['equity ESTIMATE']);
    const [estimate] = origins.get(NOW) ?? [];
    expect(estimate?.inputs.reduce((sum, { value }) => sum + value, 0)).toBe(340_000_00);
  });

  it('names annual accounts as the origin of a figure, with the figure itself', () => {
    const { origins } = whatCounts(healthyBut({ sources: { equity: 'DIGIMV' } }));
    expect(origins.get(NOW)).toEqual([
      {
        figure: 'equity',
        source: 'DIGIMV',
        inputs: [{ name: 'equity', value: 300_000_00, period: '2026Q3', source: 'DIGIMV' }],
      },
    ]);
  });

  it('takes operating results where no net result is asked', () => {
    const unasked = { equity: null, balanceTotal: null, netResult: null, yearToDateResult: null };
    const { quarters, origins } = whatCounts(healthyBut(unasked), [{ quarter: NOW, value: -5_000_00n }]);
    expect(lastOf(quarters).equity).toBe(295_000_00n);
    expect(origins.get(NOW)?.[0]?.inputs.map(({ name }) => name)).toEqual(['equity', 'operationalResult']);
  });

  const amount = fc.oneof(
    fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    fc.constantFrom(0n, -1n, 1n),
    fc.constant(null),
  );
  const absurd = fc.record(
    Object.fromEntries(FIGURE_NAMES.map((name) => [name, amount])) as Record<FigureName, typeof amount>,
    { requiredKeys: [] },
  );

  it('can be judged whatever was delivered: nothing crashes, and what does not count is nowhere counted', () => {
    fc.assert(
      fc.property(fc.array(absurd, { minLength: 1, maxLength: QUARTERS.length }), (last) => {
        const delivered = healthyBut(...last);
        const { quarters, findings } = whatCounts(delivered);
        const out = notCounted(findings);
        for (const [at, figures] of quarters.entries()) {
          const label = `${figures.quarter.slice(0, 4)}Q${Number(figures.quarter.slice(5, 7)) / 3 + 2 / 3}`;
          for (const name of FIGURE_NAMES) {
            const isOut = out.has(`${name} ${label}`);
            const isEstimate = figures.sources?.[name] === 'ESTIMATE';
            if (isOut && !isEstimate) expect(figures[name]).toBeNull();
            if (!isOut && !isEstimate) expect(figures[name]).toBe(delivered[at]?.[name]);
          }
        }
        const { trede, criteria } = assess(quarters, NOW);
        expect(trede === null || (trede >= 1 && trede <= 5)).toBe(true);
        expect(criteria.every(({ value }) => value === null || Number.isFinite(value))).toBe(true);
        const { points } = score(lastOf(quarters));
        expect(points === null || (points >= 0 && points <= 100)).toBe(true);
      }),
    );
  });
});
