import fc from 'fast-check';
import { FIGURE_NAMES, type FigureName, type QuarterFigures, quarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { missingInWords, sayImplausible } from '../../../src/domain/missing';
import { formatQuarter, quartersBetween } from '../../../src/domain/period';
import { type Finding, notCounted } from '../../../src/domain/plausibility/finding';
import { withoutAbsurd } from '../../../src/domain/plausibility/without-absurd';
import { HEALTHY, healthyBut, NOW, QUARTERS, times } from '../healthy';

type Known = Partial<Omit<QuarterFigures, 'quarter'>>;
const brief = ({ code, severity, period, figures }: Finding) =>
  `${period} ${severity} ${code} ${figures.map(({ name }) => name).join(' ')}`;
const foundIn = (history: readonly QuarterFigures[]) => withoutAbsurd(history).findings.map(brief);
/** A quarter alone, so that nothing is usual. */
const alone = (known: Known) => foundIn([quarterFigures(NOW, known)]);
const last = (known: Known) => foundIn(healthyBut(known));

describe('an ordinary history', () => {
  it('has no findings and is judged as it is', () => {
    const history = healthyBut(...times(8, { netResult: -60_000_00n, equity: 40_000_00n, cash: 90_000_00n }));
    const { quarters, findings } = withoutAbsurd(history);
    expect(findings).toEqual([]);
    expect(quarters).toEqual(history);
    expect(withoutAbsurd(healthyBut()).findings).toEqual([]);
  });

  it('may have nothing in it', () => {
    expect(withoutAbsurd([])).toEqual({ quarters: [], findings: [] });
    expect(alone({})).toEqual([]);
  });
});

describe('what cannot be in one quarter', () => {
  it.each<[string, Known, string[]]>([
    ['equity of the whole balance can be', { equity: 5n, balanceTotal: 5n }, []],
    [
      'equity of a cent more cannot',
      { equity: 6n, balanceTotal: 5n },
      ['DO_NOT_COUNT PART_ABOVE_WHOLE equity balanceTotal'],
    ],
    ['equity may be negative', { equity: -6n, balanceTotal: 5n }, []],
    [
      'equity beside an empty balance cannot be',
      { equity: 1n, balanceTotal: 0n },
      ['DO_NOT_COUNT PART_ABOVE_WHOLE equity balanceTotal'],
    ],
    ['a balance of nothing at all can be', { equity: 0n, balanceTotal: 0n }, []],
    [
      'a balance below zero cannot be, and says nothing of its equity',
      { equity: 6n, balanceTotal: -1n },
      ['DO_NOT_COUNT NEGATIVE balanceTotal'],
    ],
    ['current assets can be the whole balance', { currentAssets: 5n, balanceTotal: 5n }, []],
    [
      'current assets cannot be above it',
      { currentAssets: 6n, balanceTotal: 5n },
      ['DO_NOT_COUNT PART_ABOVE_WHOLE currentAssets balanceTotal'],
    ],
    ['cash can be all current assets', { cash: 5n, currentAssets: 5n }, []],
    [
      'cash cannot be above them',
      { cash: 6n, currentAssets: 5n },
      ['DO_NOT_COUNT PART_ABOVE_WHOLE cash currentAssets'],
    ],
    ['an overdraft can be, and counts', { cash: -1n, currentAssets: 5n }, ['FLAG OVERDRAWN cash']],
    ['revenue can be all under the Jeugdwet', { revenueYouth: 5n, revenue: 5n }, []],
    [
      'revenue under the Jeugdwet cannot be above it',
      { revenueYouth: 6n, revenue: 5n },
      ['DO_NOT_COUNT PART_ABOVE_WHOLE revenueYouth revenue'],
    ],
    ['revenue of zero can be', { revenue: 0n }, []],
    ['revenue cannot be negative', { revenue: -1n, netResult: 1n }, ['DO_NOT_COUNT CUMULATIVE_FELL revenue']],
    ['a profit of all revenue can be', { netResult: 5n, revenue: 5n }, []],
    [
      'a profit above revenue cannot',
      { netResult: 6n, revenue: 5n, yearToDateResult: 9n },
      ['DO_NOT_COUNT RESULT_ABOVE_REVENUE netResult revenue yearToDateResult'],
    ],
    ['a loss of all revenue can be', { netResult: -5n, revenue: 5n }, []],
    [
      'a larger loss is a disaster, and counts',
      { netResult: -6n, revenue: 5n },
      ['FLAG LOSS_ABOVE_REVENUE netResult revenue'],
    ],
    [
      'overdue creditors below zero would read as no arrears',
      { overdueCreditors: -1n },
      ['DO_NOT_COUNT NEGATIVE overdueCreditors'],
    ],
    ['debts below zero cannot be', { currentLiabilities: -1n }, ['DO_NOT_COUNT NEGATIVE currentLiabilities']],
  ])('%s', (_, known, expected) => {
    expect(alone(known)).toEqual(expected.map((text) => `2026Q3 ${text}`));
  });

  it('is costs below zero: in a first quarter negative, later a year to date that fell', () => {
    const costs = { otherCosts: -1n };
    expect(foundIn([quarterFigures('2026-01-01', costs)])).toEqual(['2026Q1 DO_NOT_COUNT NEGATIVE otherCosts']);
    expect(foundIn([quarterFigures('2026-10-01', costs)])).toEqual(['2026Q4 DO_NOT_COUNT CUMULATIVE_FELL otherCosts']);
  });
});

describe('a jump against the own past', () => {
  const usual = HEALTHY.otherCosts ?? 0n;
  it.each<[string, bigint, string[]]>([
    ['just under 30 times is growth', usual * 30n - 1n, []],
    ['30 times is a factor 100', usual * 30n, ['DO_NOT_COUNT FACTOR_100_HIGH otherCosts']],
    ['100 times is a factor 100', usual * 100n, ['DO_NOT_COUNT FACTOR_100_HIGH otherCosts']],
    ['just under 300 times is a factor 100', usual * 300n - 1n, ['DO_NOT_COUNT FACTOR_100_HIGH otherCosts']],
    ['300 times is a factor 1,000', usual * 300n, ['DO_NOT_COUNT FACTOR_1000_HIGH otherCosts']],
    ['a million times is a factor 1,000 or more', usual * 1_000_000n, ['DO_NOT_COUNT FACTOR_1000_HIGH otherCosts']],
    ['just over a thirtieth is decline', usual / 30n + 1n, []],
    ['a thirtieth is a hundredth', usual / 30n, ['DO_NOT_COUNT FACTOR_100_LOW otherCosts']],
    ['a three-hundredth is a thousandth', usual / 300n, ['DO_NOT_COUNT FACTOR_1000_LOW otherCosts']],
    ['nothing at all is not filled in', 0n, ['DO_NOT_COUNT ZERO otherCosts']],
  ])('%s', (_, otherCosts, expected) => {
    expect(last({ otherCosts })).toEqual(expected.map((text) => `2026Q3 ${text}`));
  });

  it.each<[string, Known, string[]]>([
    ['cash that is gone is what is looked for', { cash: 0n }, ['FLAG ZERO cash']],
    ['cash that is nearly gone counts as well', { cash: 2_000_00n }, ['FLAG FACTOR_1000_LOW cash']],
    ['equity that is nearly gone counts', { equity: 3_000_00n }, ['FLAG FACTOR_100_LOW equity']],
    [
      'a debt of a hundredfold of the usual equity counts',
      { equity: -30_000_000_00n },
      ['FLAG FACTOR_100_HIGH equity'],
    ],
    ['who stops hiring may', { hiredStaffCosts: 0n }, ['FLAG ZERO hiredStaffCosts']],
    ['a result goes about zero, and has nothing usual', { netResult: 20n }, []],
    [
      'a whole balance in thousands is found',
      { equity: 300_00n, balanceTotal: 1_000_00n, currentAssets: 600_00n, currentLiabilities: 400_00n, cash: 600_00n },
      [
        'FLAG FACTOR_1000_LOW equity',
        'DO_NOT_COUNT FACTOR_1000_LOW balanceTotal',
        'FLAG FACTOR_1000_LOW currentAssets',
        'DO_NOT_COUNT FACTOR_1000_LOW currentLiabilities',
        'FLAG FACTOR_1000_LOW cash',
      ],
    ],
  ])('%s', (_, known, expected) => {
    expect(last(known)).toEqual(expected.map((text) => `2026Q3 ${text}`));
  });

  it('needs four known quarters and EUR 10,000 to know what is usual', () => {
    const history = (known: number, otherCosts: bigint) =>
      QUARTERS.slice(-known - 1).map((quarter) =>
        quarterFigures(quarter, { otherCosts: quarter === NOW ? otherCosts * 1_000n : otherCosts }),
      );
    expect(foundIn(history(3, usual))).toEqual([]);
    expect(foundIn(history(4, usual))).toHaveLength(1);
    expect(foundIn(history(4, 9_999_99n))).toEqual([]);
    expect(foundIn(history(4, 10_000_00n))).toHaveLength(1);
  });

  it('is measured against the median, so that one slip does not hide the next, and a new level becomes usual', () => {
    const slip = { otherCosts: usual * 1_000n };
    expect(foundIn(healthyBut(slip, {}, {}, {}, slip))).toEqual([
      '2025Q3 DO_NOT_COUNT FACTOR_1000_HIGH otherCosts',
      '2025Q4 DO_NOT_COUNT AFTER_IMPLAUSIBLE otherCosts',
      '2026Q3 DO_NOT_COUNT FACTOR_1000_HIGH otherCosts',
    ]);
    const level = { revenue: 50_000_000_00n, revenueYouth: 0n };
    const codes = foundIn(healthyBut(...times(6, level))).filter((text) => text.endsWith('HIGH revenue'));
    expect(codes).toEqual(
      ['2025Q2', '2025Q3', '2025Q4', '2026Q1'].map((at) => `${at} DO_NOT_COUNT FACTOR_100_HIGH revenue`),
    );
  });
});

describe('a year to date that cannot be right', () => {
  const ofYear = (...otherCosts: bigint[]) => healthyBut({}, ...otherCosts.map((costs) => ({ otherCosts: costs })));
  const usual = HEALTHY.otherCosts ?? 0n;

  it('leaves the next quarter of the year unknown, and the one after it known', () => {
    // Delivered to date: 200,000,000 (a slip), 400,000 and 600,000.
    expect(foundIn(ofYear(usual * 1_000n, usual * 2n - usual * 1_000n, usual))).toEqual([
      '2026Q1 DO_NOT_COUNT FACTOR_1000_HIGH otherCosts',
      '2026Q2 DO_NOT_COUNT AFTER_IMPLAUSIBLE otherCosts',
    ]);
    // Delivered to date: 200 (a slip), 400,000 and 600,000: the second quarter looks ordinary, but holds two.
    expect(foundIn(ofYear(usual / 1_000n, usual * 2n - usual / 1_000n, usual))).toEqual([
      '2026Q1 DO_NOT_COUNT FACTOR_1000_LOW otherCosts',
      '2026Q2 DO_NOT_COUNT AFTER_IMPLAUSIBLE otherCosts',
    ]);
  });

  it('goes on for as long as the slip goes on', () => {
    expect(foundIn(ofYear(usual / 1_000n, usual / 1_000n, usual * 3n - usual / 500n))).toEqual([
      '2026Q1 DO_NOT_COUNT FACTOR_1000_LOW otherCosts',
      '2026Q2 DO_NOT_COUNT FACTOR_1000_LOW otherCosts',
      '2026Q3 DO_NOT_COUNT AFTER_IMPLAUSIBLE otherCosts',
    ]);
  });

  it('ends with the year', () => {
    const history = healthyBut({ otherCosts: 0n }, {}, {}, {});
    expect(foundIn(history)).toEqual(['2025Q4 DO_NOT_COUNT ZERO otherCosts']);
  });

  it('does not become a false loss: a profit that was too large is not followed by its correction', () => {
    const slip = { netResult: 20_000_000_00n };
    const correction = { netResult: -19_960_000_00n };
    const { quarters, findings } = withoutAbsurd(healthyBut(slip, correction, {}).map((figures) => ({ ...figures })));
    expect(findings.map(brief)).toEqual([
      '2026Q1 DO_NOT_COUNT RESULT_ABOVE_REVENUE netResult revenue',
      '2026Q2 DO_NOT_COUNT AFTER_IMPLAUSIBLE revenue',
      '2026Q2 DO_NOT_COUNT AFTER_IMPLAUSIBLE netResult',
    ]);
    expect(quarters.slice(-3).map(({ netResult }) => netResult)).toEqual([null, null, 20_000_00n]);
  });
});

describe('what does not count', () => {
  it('is null to judge by; the figures that were given are left as they are', () => {
    const history = healthyBut({ equity: 2_000_000_00n });
    const copy = structuredClone(history);
    const { quarters } = withoutAbsurd(history);
    expect(quarters.at(-1)).toEqual({ ...history.at(-1), equity: null, balanceTotal: null });
    expect(history).toEqual(copy);
    expect(quarters.slice(0, -1)).toEqual(history.slice(0, -1));
  });

  it('makes a provider not assessable rather than safe, and what else is known suffices', () => {
    const absurd = { equity: 2_000_000_00n };
    expect(assess(healthyBut(absurd), NOW).trede).toBe(1);
    expect(assess(withoutAbsurd(healthyBut(absurd)).quarters, NOW).trede).toBeNull();
    const losses = times(5, { netResult: -1n, ...absurd });
    expect(assess(withoutAbsurd(healthyBut(...losses)).quarters, NOW).trede).toBe(5);
  });

  it('is told apart from what was not delivered', () => {
    const history = healthyBut({ equity: 2_000_000_00n, currentAssets: null });
    const { quarters, findings } = withoutAbsurd(history);
    expect(notCounted(findings)).toEqual(new Set(['equity 2026Q3', 'balanceTotal 2026Q3']));
    const solvency = assess(quarters, NOW).criteria.find(({ code }) => code === 'SOLVENCY_WORRYING');
    expect(solvency?.holds).toBeNull();
    const missing = sayImplausible(solvency?.missing ?? null, notCounted(findings));
    expect(missing).toBe('equity 2026Q3 (implausible), balanceTotal 2026Q3 (implausible)');
    const words = 'equity, delivered but implausible and balance total, delivered but implausible (2026Q3)';
    expect(missingInWords([missing], 'en')).toBe(words);
    expect(sayImplausible('currentAssets 2026Q3', notCounted(findings))).toBe('currentAssets 2026Q3');
    expect(sayImplausible(null, notCounted(findings))).toBeNull();
  });

  it('says what is the matter, with the values, in both languages', () => {
    const [equity] = withoutAbsurd(healthyBut({ equity: 2_000_000_00n })).findings;
    expect(equity).toMatchObject({
      en: 'equity (€ 2,000,000) is above balance total (€ 1,000,000), of which it is a part',
      nl: 'eigen vermogen (€ 2.000.000) is hoger dan balanstotaal (€ 1.000.000), waar het een deel van is',
      figures: [
        { name: 'equity', value: 2_000_000_00, period: '2026Q3', source: 'DELIVERY' },
        { name: 'balanceTotal', value: 1_000_000_00, period: '2026Q3', source: 'DELIVERY' },
      ],
    });
    const [jump] = withoutAbsurd(healthyBut({ otherCosts: 20_000_000_00n })).findings;
    expect(jump?.en).toBe('other costs (€ 20,000,000) is 100 times the usual € 200,000: euros given as cents?');
  });
});

describe('whatever is delivered', () => {
  const around = fc.oneof(fc.bigInt(), fc.bigInt({ min: -3n, max: 3n }), fc.bigInt({ min: 0n, max: 10n ** 12n }));
  const anything = fc.option(around, { freq: 6 });
  const quarters = quartersBetween('2024-07-01', NOW);
  const amounts = Object.fromEntries(FIGURE_NAMES.map((name) => [name, anything])) as Record<
    FigureName,
    fc.Arbitrary<bigint | null>
  >;
  const history = fc
    .tuple(...quarters.map((quarter) => fc.record(amounts).map((known) => quarterFigures(quarter, known))))
    .chain((all) => fc.subarray(all));

  it('never throws, always speaks, and nulls exactly what it says', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { quarters: judged, findings } = withoutAbsurd(given);
        const nulled = notCounted(findings);
        for (const [at, figures] of given.entries()) {
          for (const name of FIGURE_NAMES) {
            const isNulled = nulled.has(`${name} ${formatQuarter(figures.quarter)}`);
            expect(judged[at]?.[name]).toBe(isNulled ? null : figures[name]);
            if (isNulled) expect(figures[name]).not.toBeNull();
          }
        }
        for (const { en, nl } of findings) expect(en + nl).not.toMatch(/undefined|null|NaN|\{|\}|\(\)/);
      }),
    );
  });

  it('is judged by itself and its past: not by what came later, nor by the order', () => {
    const shuffled = history.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }), fc.nat({ max: 9 })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other, kept]) => {
        const { findings } = withoutAbsurd(given);
        expect(withoutAbsurd(other).findings).toEqual(findings);
        const past = given.slice(0, kept);
        const periods = new Set(past.map(({ quarter }) => formatQuarter(quarter)));
        expect(withoutAbsurd(past).findings).toEqual(findings.filter(({ period }) => periods.has(period)));
      }),
    );
  });

  it('never becomes trede 1 by leaving out a figure that the ladder looks at', () => {
    const slip = fc.tuple(fc.constantFrom(...FIGURE_NAMES), fc.constantFrom(-1n, 0n, 100n, 1_000n, 10n ** 6n));
    fc.assert(
      fc.property(slip, ([name, factor]) => {
        const amount = HEALTHY[name] ?? null;
        const given = healthyBut({ [name]: amount === null ? null : amount * factor });
        const { quarters: judged, findings } = withoutAbsurd(given);
        const isLookedAt = assess(judged, NOW).criteria.some(({ holds }) => holds === null);
        expect(assess(judged, NOW).trede === 1).toBe(!isLookedAt && assess(given, NOW).trede === 1);
        if (findings.length === 0) expect(judged).toEqual(given);
      }),
    );
  });

  it('does not have the same quarter twice', () => {
    expect(() => withoutAbsurd([quarterFigures(NOW), quarterFigures(NOW)])).toThrow(RangeError);
  });
});
