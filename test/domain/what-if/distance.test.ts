import fc from 'fast-check';
import { FIGURE_NAMES, type FigureName, type QuarterFigures, quarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { CRITERIA, type CriterionCode } from '../../../src/domain/ladder/criteria';
import { KRUGER, ladderWith } from '../../../src/domain/ladder/ladder';
import { withoutAbsurd } from '../../../src/domain/plausibility/without-absurd';
import { fraction } from '../../../src/domain/ratio';
import {
  type Distances,
  distanceToLimits,
  type NoChange,
  type SmallestChange,
} from '../../../src/domain/what-if/distance';
import { changeProblems } from '../../../src/domain/what-if/given';
import { suppose } from '../../../src/domain/what-if/suppose';
import { whatIf } from '../../../src/domain/what-if/what-if';
import { HEALTHY, healthyBut, NOW, QUARTERS, times } from '../healthy';

const distances = (found: Distances, code: CriterionCode) =>
  [...found.notHolding, ...found.holding].find((criterion) => criterion.code === code)?.distances ?? [];
const distance = (found: Distances, code: CriterionCode, figure: FigureName) =>
  distances(found, code).find((step) => step.figure === figure);
const holds = (history: readonly QuarterFigures[], code: string) =>
  assess(history, NOW).criteria.find((criterion) => criterion.code === code)?.holds;
const isChange = (step: SmallestChange | NoChange): step is SmallestChange => step.needed !== null;

describe('the distance to a limit', () => {
  const healthy = distanceToLimits(healthyBut(), NOW);

  it.each([
    ['20 % solvency by equity: one cent below a fifth', 'SOLVENCY_WORRYING', 'equity', 199_999_99n],
    ['20 % solvency by balance total: one cent above five times', 'SOLVENCY_WORRYING', 'balanceTotal', 1_500_000_01n],
    ['10 % solvency by equity', 'SOLVENCY_PROBLEMATIC', 'equity', 99_999_99n],
    ['negative equity', 'EQUITY_NEGATIVE', 'equity', -1n],
    ['a current ratio of 1.0 by current assets', 'CURRENT_RATIO_PRESSURE', 'currentAssets', 399_999_99n],
    ['a current ratio of 0.7 by current assets', 'CURRENT_RATIO_ARREARS', 'currentAssets', 279_999_99n],
    ['a current ratio of 1.0 by current liabilities', 'CURRENT_RATIO_PRESSURE', 'currentLiabilities', 600_000_01n],
    ['30 days of cash by cash', 'DAYS_CASH_PRESSURE', 'cash', 293_478_26n],
    ['overdue creditors', 'CREDITORS_OVERDUE', 'overdueCreditors', 1n],
    ['a loss over the year, by the quarter that remains', 'LOSS', 'netResult', -40_000_01n],
    ['about break-even, entered from above', 'BREAK_EVEN', 'netResult', -25_000_01n],
  ] as const)('%s', (_, code, figure, needed) => {
    const now = HEALTHY[figure] as bigint;
    expect(distance(healthy, code, figure)).toMatchObject({ figure, now, needed, change: needed - now });
  });

  it('is told for what holds as well: what would make it stop', () => {
    const found = distanceToLimits(healthyBut({ equity: 150_000_00n }), NOW);
    expect(found.holding.map(({ code }) => code)).toEqual(['SOLVENCY_WORRYING']);
    expect(distance(found, 'SOLVENCY_WORRYING', 'equity')).toMatchObject({
      needed: 200_000_00n,
      change: 50_000_00n,
      share: fraction(50_000_00n, 150_000_00n),
      tredeThen: 1,
    });
    expect(distance(found, 'SOLVENCY_WORRYING', 'balanceTotal')).toMatchObject({ needed: 750_000_00n });
  });

  it('is nothing that a single figure can do when the quarters before decide', () => {
    expect(distance(healthy, 'LOSS_LONGER_THAN_A_YEAR', 'netResult')).toMatchObject({
      needed: null,
      reason: 'NOT_BY_THIS_FIGURE_ALONE',
    });
    const fourth = distanceToLimits(healthyBut(...times(4, { netResult: -1n }), {}), NOW);
    expect(distance(fourth, 'LOSS_LONGER_THAN_A_YEAR', 'netResult')).toMatchObject({ needed: -1n });
  });

  it('is nothing when the figure would have to be less than nothing', () => {
    const found = distanceToLimits(healthyBut({ overdueCreditors: 5n, cash: 1n }), NOW);
    expect(distance(found, 'DAYS_CASH_PRESSURE', 'otherCosts')).toMatchObject({ needed: null });
    expect(distance(found, 'CREDITORS_OVERDUE', 'overdueCreditors')).toMatchObject({ needed: 0n, change: -5n });
  });

  it('is not guessed for a figure, or a criterion, that is not known', () => {
    expect(distance(healthy, 'LOSS', 'yearToDateResult')).toMatchObject({ now: null, reason: 'NOT_KNOWN' });
    const found = distanceToLimits(healthyBut({ equity: null }), NOW);
    expect(found.notAssessable.map(({ code, missing }) => [code, missing])).toContainEqual([
      'SOLVENCY_WORRYING',
      'equity 2026Q3',
    ]);
  });

  it('has no fraction of a figure that is zero', () => {
    expect(distance(healthy, 'CREDITORS_OVERDUE', 'overdueCreditors')).toMatchObject({ share: null });
  });

  it('is told in words that show every cent', () => {
    const found = distance(healthy, 'SOLVENCY_WORRYING', 'equity');
    expect(found?.en).toBe(
      'With equity of € 199,999.99 instead of € 300,000.00 (€ 100,000.01 lower, 33.3%) then holds: solvency is below 20%',
    );
    expect(found?.nl).toBe(
      'Met eigen vermogen van € 199.999,99 in plaats van € 300.000,00 (€ 100.000,01 lager, 33,3%) geldt dan: de solvabiliteit ligt onder 20%',
    );
    expect(distance(healthy, 'LOSS_LONGER_THAN_A_YEAR', 'netResult')?.en).toBe(
      'net result of the quarter: cannot by this figure alone',
    );
  });

  it('follows the limits of another ladder', () => {
    const strict = ladderWith('strict', { CURRENT_RATIO_PRESSURE: fraction(12n, 10n) });
    const found = distanceToLimits(healthyBut(), NOW, strict);
    expect(distance(found, 'CURRENT_RATIO_PRESSURE', 'currentAssets')).toMatchObject({ needed: 479_999_99n });
  });

  it('sees arrears where the ladder sees them, whatever counts as overdue or as arrears in this quarter alone', () => {
    const arrears = times(2, { overdueCreditors: 1n });
    const lenient = ladderWith('lenient', { CREDITORS_OVERDUE: fraction(1_000n) });
    const byCreditors = distanceToLimits(healthyBut(...arrears, {}), NOW, lenient);
    expect(distance(byCreditors, 'ARREARS_STRUCTURAL', 'overdueCreditors')).toMatchObject({ needed: 1n });
    const byRatio = distanceToLimits(healthyBut(...arrears, {}), NOW, { ...KRUGER, arrearsBelow: fraction(1n, 2n) });
    expect(distance(byRatio, 'ARREARS_STRUCTURAL', 'currentAssets')).toMatchObject({ needed: 199_999_99n });
  });

  it('may lead an absurd figure upwards, but not further down', () => {
    const rich = distanceToLimits(healthyBut({ otherCosts: -600_000_00n, cash: 32_608_70n }), NOW);
    expect(distance(rich, 'DAYS_CASH_PRESSURE', 'otherCosts')).toMatchObject({ needed: -599_999_98n });
  });

  it('is told for a quarter of which nothing is known without a distance', () => {
    const found = distanceToLimits([], NOW);
    expect([found.holding, found.notHolding]).toEqual([[], []]);
    expect(found.notAssessable).toHaveLength(CRITERIA.length);
  });

  it('lists each criterion once, the nearest figure first', () => {
    const all = [...healthy.notHolding, ...healthy.holding, ...healthy.notAssessable].map(({ code }) => code);
    expect([...all].sort()).toEqual(CRITERIA.map(({ code }) => code as string).sort());
    for (const { distances: steps } of healthy.notHolding) {
      const sizes = steps
        .filter(isChange)
        .filter(({ isPlausible }) => isPlausible)
        .map(({ change }) => Math.abs(Number(change)));
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      const doubted = steps.filter(isChange).filter(({ isPlausible }) => !isPlausible);
      expect(steps).toEqual([
        ...steps.slice(0, sizes.length).filter(isChange),
        ...doubted,
        ...steps.filter((step) => !isChange(step)),
      ]);
    }
  });
});

describe('an amount that would not count if it were delivered', () => {
  const stepIn = (history: readonly QuarterFigures[], code: CriterionCode, figure: FigureName) =>
    distance(distanceToLimits(history, NOW), code, figure);

  it.each<[string, Parameters<typeof healthyBut>[0], CriterionCode, FigureName, boolean]>([
    ['equity within the balance', { equity: 1n }, 'SOLVENCY_WORRYING', 'equity', true],
    ['a balance total of five times', {}, 'SOLVENCY_WORRYING', 'balanceTotal', true],
    ['a balance total below current assets', { equity: 110_000_00n }, 'SOLVENCY_WORRYING', 'balanceTotal', false],
    [
      'current assets above the balance',
      { currentLiabilities: 1_000_000_01n },
      'CURRENT_RATIO_PRESSURE',
      'currentAssets',
      false,
    ],
    [
      'current assets of the whole balance',
      { currentLiabilities: 1_000_000_00n },
      'CURRENT_RATIO_PRESSURE',
      'currentAssets',
      true,
    ],
    ['current assets below cash', {}, 'CURRENT_RATIO_PRESSURE', 'currentAssets', false],
    [
      'a hundredfold of the usual costs',
      { cash: 600_000_00n * 30n, currentAssets: 600_000_00n * 30n, balanceTotal: 1_000_000_00n * 29n },
      'DAYS_CASH_PRESSURE',
      'otherCosts',
      false,
    ],
    [
      'ten billion euros and a cent',
      { equity: 200_000_000_000n, balanceTotal: 900_000_000_000n },
      'SOLVENCY_WORRYING',
      'balanceTotal',
      false,
    ],
  ])('%s', (_, known, code, figure, isPlausible) => {
    expect(stepIn(healthyBut({ ...known }), code, figure)).toMatchObject({ isPlausible });
  });

  it('is told with the reason, after those that would count', () => {
    const found = distanceToLimits(healthyBut({ equity: 110_000_00n }), NOW);
    const steps = distances(found, 'SOLVENCY_WORRYING').filter(isChange);
    expect(steps.map(({ figure, isPlausible }) => [figure, isPlausible])).toEqual([
      ['equity', true],
      ['balanceTotal', false],
    ]);
    expect(steps[1]?.en).toBe(
      'With balance total of € 550,000.00 instead of € 1,000,000.00 (€ 450,000.00 lower, 45.0%) no longer holds: solvency is below 20%. Delivered like this it would not count, because it cannot be right: current assets (€ 600,000) is above balance total (€ 550,000), of which it is a part.',
    );
    expect(steps[1]?.nl).toContain('Zo aangeleverd zou het niet meetellen, omdat het niet kan kloppen: ');
  });

  const known = fc.record({
    netResult: fc.bigInt({ min: -80_000_00n, max: 80_000_00n }),
    equity: fc.bigInt({ min: -50_000_00n, max: 400_000_00n }),
    otherCosts: fc.bigInt({ min: 20_000_00n, max: 400_000_00n }),
    balanceTotal: fc.bigInt({ min: 300_000_00n, max: 1_500_000_00n }),
    currentAssets: fc.bigInt({ min: 60_000_00n, max: 700_000_00n }),
    currentLiabilities: fc.bigInt({ min: 60_000_00n, max: 700_000_00n }),
    cash: fc.bigInt({ min: 0n, max: 600_000_00n }),
    overdueCreditors: fc.constantFrom(0n, 5n),
  });

  it('is the only one that what if doubts: all others count, and land just beyond the limit', () => {
    const seen = { counts: 0, doubted: 0 };
    fc.assert(
      fc.property(fc.array(known, { minLength: 5, maxLength: 16 }), (last) => {
        const history = withoutAbsurd(healthyBut(...last)).quarters;
        const found = distanceToLimits(history, NOW);
        for (const { code, holds: now, distances: steps } of [...found.notHolding, ...found.holding]) {
          for (const { figure, needed, isPlausible, tredeThen } of steps.filter(isChange)) {
            const imagined = whatIf(history, NOW, { [figure]: { to: needed } });
            expect(imagined.isPlausible).toBe(isPlausible);
            seen[isPlausible ? 'counts' : 'doubted'] += 1;
            if (!isPlausible) continue;
            const counted = withoutAbsurd(suppose(history, NOW, { [figure]: needed })).quarters;
            expect(counted.find(({ quarter }) => quarter === NOW)?.[figure]).toBe(needed);
            expect(imagined.notes.map(({ en }) => en).join()).not.toContain('would not count');
            expect(imagined.supposed.assessment.trede).toBe(tredeThen);
            expect(holds(counted, code)).toBe(!now);
            expect(changeProblems([{ figure, toCents: Number(needed) }])).toEqual([]);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(seen.counts, seen.doubted)).toBeGreaterThan(50);
  });
});

/** Small books, so that every cent can be tried. */
const signed = fc.bigInt({ min: -12n, max: 20n });
const positive = fc.bigInt({ min: 0n, max: 25n });
const small = (quarter: string) =>
  fc
    .record({
      netResult: signed,
      yearToDateResult: fc.option(signed),
      equity: signed,
      revenue: positive,
      employedStaffCosts: positive,
      hiredStaffCosts: positive,
      otherCosts: positive,
      balanceTotal: positive,
      currentAssets: positive,
      currentLiabilities: positive,
      cash: positive,
      overdueCreditors: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 3n })),
    })
    .map((amounts) => quarterFigures(quarter, amounts));
const smallHistory = fc.tuple(...QUARTERS.slice(-9).map(small)).map((history) => [...history] as QuarterFigures[]);
const CAN_BE_NEGATIVE = ['netResult', 'yearToDateResult', 'equity'];
const REACH = 260n;

describe('the smallest change', () => {
  it('turns the criterion round, and one cent less does not', () => {
    fc.assert(
      fc.property(smallHistory, (history) => {
        const found = distanceToLimits(history, NOW);
        for (const criterion of [...found.notHolding, ...found.holding]) {
          for (const { figure, now, change, needed, tredeThen } of criterion.distances.filter(isChange)) {
            const oneLess = needed - (change > 0n ? 1n : -1n);
            const then = suppose(history, NOW, { [figure]: needed });
            expect(needed).toBe(now + change);
            expect(holds(then, criterion.code)).toBe(!criterion.holds);
            expect(assess(then, NOW).trede).toBe(tredeThen);
            expect(holds(suppose(history, NOW, { [figure]: oneLess }), criterion.code)).not.toBe(!criterion.holds);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the one that trying every cent finds, and none when trying every cent finds none', () => {
    const figures = [...new Set(CRITERIA.flatMap(({ needs }) => needs as readonly FigureName[]))];
    fc.assert(
      fc.property(smallHistory, fc.constantFrom(...figures), (history, figure) => {
        const now = history.at(-1)?.[figure] ?? null;
        fc.pre(now !== null);
        const found = distanceToLimits(history, NOW);
        const open = new Map(
          [...found.notHolding, ...found.holding].flatMap((criterion) =>
            criterion.distances
              .filter((step) => step.figure === figure)
              .map((step) => [criterion.code, { step, wanted: !criterion.holds }] as const),
          ),
        );
        for (let size = 1n; size <= REACH && open.size > 0; size++) {
          for (const amount of [now - size, now + size]) {
            if (amount < 0n && amount < now && !CAN_BE_NEGATIVE.includes(figure)) continue;
            for (const { code, holds: then } of assess(suppose(history, NOW, { [figure]: amount }), NOW).criteria) {
              const waiting = open.get(code);
              if (!waiting || then !== waiting.wanted) continue;
              expect([code, waiting.step.needed]).toEqual([code, amount]);
              open.delete(code);
            }
          }
        }
        for (const { step } of open.values()) {
          if (isChange(step)) expect(step.change > REACH || step.change < -REACH).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is exact for amounts of any size', () => {
    const factor = fc.bigInt({ min: 1n, max: 10n ** 30n });
    fc.assert(
      fc.property(smallHistory, factor, (history, times) => {
        const large = history.map((figures) => ({
          ...figures,
          ...Object.fromEntries(
            FIGURE_NAMES.map((name) => [name, figures[name] === null ? null : figures[name] * times]),
          ),
        }));
        for (const criterion of [...distanceToLimits(large, NOW).notHolding, ...distanceToLimits(large, NOW).holding]) {
          for (const { figure, change, needed } of criterion.distances.filter(isChange)) {
            const oneLess = needed - (change > 0n ? 1n : -1n);
            expect(holds(suppose(large, NOW, { [figure]: needed }), criterion.code)).toBe(!criterion.holds);
            expect(holds(suppose(large, NOW, { [figure]: oneLess }), criterion.code)).not.toBe(!criterion.holds);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the quarters, and never breaks on absurd figures', () => {
    const absurd = fc.option(
      fc.oneof(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.constantFrom(0n, 1n, -1n)),
    );
    const quarter = (of: string) =>
      fc
        .record(Object.fromEntries(FIGURE_NAMES.map((name) => [name, absurd])))
        .map((amounts) => quarterFigures(of, amounts));
    const history = fc.tuple(...QUARTERS.slice(-6).map(quarter)).map((quarters) => [...quarters]);
    fc.assert(
      fc.property(history, (quarters) => {
        const found = distanceToLimits(quarters, NOW);
        expect(distanceToLimits([...quarters].reverse(), NOW)).toEqual(found);
        const said = [...found.notHolding, ...found.holding].flatMap(({ distances: steps }) => steps);
        for (const { en, nl } of said) expect(`${en} ${nl}`).not.toMatch(/undefined|null|NaN|Infinity|\{|\}/);
      }),
      { numRuns: 60 },
    );
  });
});
