import fc from 'fast-check';
import { addUp, addUpPairs, addUpSums, addUpTotals, layBeside } from '../../src/domain/mismatch/add-up';
import { allot } from '../../src/domain/mismatch/allot';
import { compare } from '../../src/domain/mismatch/compare';
import { expectedShare, expectedToDate } from '../../src/domain/mismatch/expected-share';
import { MISMATCHES } from '../../src/domain/mismatch/kinds';
import { fraction, toNumber } from '../../src/domain/ratio';
import { MISMATCH_KINDS, valuesOf } from '../../src/domain/vocabulary';

const all = { covered: 34, coverable: 34 };
const euro = 100n;

describe('two sides that should agree', () => {
  it.each([
    ['agree within 5 %', 1_000_000n * euro, 1_049_999n * euro, 'WITHIN_TOLERANCE'],
    ['agree at exactly 5 %', 1_000_000n * euro, 1_050_000n * euro, 'WITHIN_TOLERANCE'],
    ['differ one cent beyond 5 %, upwards', 1_000_000n * euro, 1_050_000n * euro + 1n, 'ABOVE'],
    ['differ one cent beyond 5 %, downwards', 1_000_000n * euro, 950_000n * euro - 1n, 'BELOW'],
    ['agree at exactly EUR 10,000, although that is more than 5 %', 50_000n * euro, 60_000n * euro, 'WITHIN_TOLERANCE'],
    ['differ one cent beyond EUR 10,000 when that is more than 5 %', 50_000n * euro, 60_000n * euro + 1n, 'ABOVE'],
    ['differ when nothing was planned and much was realised', 0n, 20_000n * euro, 'ABOVE'],
  ])('%s', (_, expected, actual, verdict) => {
    expect(compare({ expected, actual, ...all }).verdict).toBe(verdict);
  });

  it('get no verdict below a coverage of 80 %, and do get one at 80 %', () => {
    const sides = { expected: 100n, actual: 900n * 10_000n * euro };
    expect(compare({ ...sides, covered: 79, coverable: 100 })).toMatchObject({ verdict: 'INCOMPLETE', coverage: 0.79 });
    expect(compare({ ...sides, covered: 80, coverable: 100 })).toMatchObject({ verdict: 'ABOVE', coverage: 0.8 });
    expect(compare({ ...sides, covered: 31, coverable: 34 })).toMatchObject({ verdict: 'ABOVE', coverage: 0.911765 });
  });

  it('get no verdict when a side is missing or there is nobody to cover: a missing side is not zero', () => {
    expect(compare({ expected: null, actual: 5n, ...all })).toEqual({
      verdict: 'INCOMPLETE',
      difference: null,
      coverage: 1,
    });
    expect(compare({ expected: 5n, actual: null, ...all }).verdict).toBe('INCOMPLETE');
    expect(compare({ expected: 5n, actual: 5n, covered: 0, coverable: 0 })).toMatchObject({
      verdict: 'INCOMPLETE',
      coverage: null,
    });
  });

  it('are compared with another tolerance when that is asked', () => {
    const tolerance = { share: fraction(1n, 100n), atLeast: 0n };
    expect(compare({ expected: 100n, actual: 102n, ...all, tolerance }).verdict).toBe('ABOVE');
    expect(compare({ expected: 100n, actual: 102n, ...all }).verdict).toBe('WITHIN_TOLERANCE');
  });

  it('keep their verdict when both are mirrored, with above and below exchanged', () => {
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const mirrored = { ABOVE: 'BELOW', BELOW: 'ABOVE', WITHIN_TOLERANCE: 'WITHIN_TOLERANCE', INCOMPLETE: 'INCOMPLETE' };
    fc.assert(
      fc.property(amount, amount, (expected, actual) => {
        const { verdict, difference } = compare({ expected, actual, ...all });
        expect(compare({ expected: -expected, actual: -actual, ...all }).verdict).toBe(mirrored[verdict]);
        expect(difference).toBe(actual - expected);
      }),
    );
  });

  it('are described for every kind of the word list', () => {
    expect(Object.keys(MISMATCHES)).toEqual(valuesOf(MISMATCH_KINDS));
  });
});

describe('the expected share of the year', () => {
  it('is linear without last year', () => {
    expect(toNumber(expectedShare('2026-07-01'))).toBe(0.75);
    expect(toNumber(expectedShare('2026-07-01', null))).toBe(0.75);
  });

  it('follows the seasons of last year when its four quarters are known', () => {
    expect(toNumber(expectedShare('2026-07-01', [30n, 30n, 10n, 30n]))).toBe(0.7);
  });

  it.each([
    ['a quarter is unknown', [30n, null, 10n, 30n]],
    ['a quarter is absent', [30n, 10n, 30n]],
    ['a quarter is negative', [30n, -1n, 10n, 30n]],
    ['nothing was realised', [0n, 0n, 0n, 0n]],
  ])('is linear when of last year %s', (_, lastYear) => {
    expect(toNumber(expectedShare('2026-07-01', lastYear))).toBe(0.75);
  });

  it('never shrinks during the year, and is all of it at the end', () => {
    const year = fc.tuple(fc.bigInt(), fc.bigInt(), fc.bigInt(), fc.bigInt());
    fc.assert(
      fc.property(year, (lastYear) => {
        const shares = ['01', '04', '07', '10'].map((month) => toNumber(expectedShare(`2026-${month}-01`, lastYear)));
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares[3]).toBe(1);
      }),
    );
  });

  it('of a budget is whole cents, and of no budget is unknown', () => {
    expect(expectedToDate(101n, fraction(1n, 2n))).toBe(51n);
    expect(expectedToDate(null, fraction(1n, 2n))).toBeNull();
  });
});

describe('a budget that is allotted to regions by contract value', () => {
  it('adds up to the cent, with the largest remainder first', () => {
    const parts = allot(
      100n,
      new Map([
        ['JZ01', 1n],
        ['JZ02', 1n],
        ['JZ03', 1n],
      ]),
    );
    expect(parts && [...parts].sort()).toEqual([
      ['JZ01', 34n],
      ['JZ02', 33n],
      ['JZ03', 33n],
    ]);
    expect(
      allot(
        10n,
        new Map([
          ['JZ01', 1n],
          ['JZ02', 2n],
        ]),
      ),
    ).toEqual(
      new Map([
        ['JZ01', 3n],
        ['JZ02', 7n],
      ]),
    );
  });

  it('cannot be allotted without contracts: it is unknown, not zero', () => {
    expect(allot(100n, new Map())).toBeNull();
    expect(allot(100n, new Map([['JZ01', 0n]]))).toBeNull();
  });

  it('cannot be allotted by a negative value', () => {
    expect(() =>
      allot(
        100n,
        new Map([
          ['JZ01', -1n],
          ['JZ02', 2n],
        ]),
      ),
    ).toThrow(RangeError);
  });

  const weights = fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 42,
    })
    .filter((entries) => entries.some(([, weight]) => weight > 0n));
  const amounts = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });

  it('always adds up, each part within a cent of its share, whatever the order of the regions', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, entries) => {
        const parts = allot(amount, new Map(entries));
        const total = entries.reduce((sum, [, weight]) => sum + weight, 0n);
        expect([...(parts?.values() ?? [])].reduce((sum, part) => sum + part, 0n)).toBe(amount);
        for (const [key, weight] of entries) {
          const off = (parts?.get(key) ?? 0n) * total - amount * weight;
          expect(off < total && off > -total).toBe(true);
          if (weight === 0n) expect(parts?.get(key)).toBe(0n);
        }
        expect(allot(amount, new Map([...entries].reverse()))).toEqual(parts);
      }),
    );
  });
});

describe('sums over many', () => {
  it('leave a subject out of both sides when one side is missing', () => {
    const pairs = [
      { expected: 10n, actual: 12n },
      { expected: null, actual: 99n },
      { expected: 99n, actual: null },
    ];
    expect(addUpPairs(pairs)).toEqual({ expected: 10n, actual: 12n, covered: 1, coverable: 3 });
  });

  it('of nothing known are unknown, not zero', () => {
    expect(addUpPairs([{ expected: null, actual: 1n }])).toEqual({
      expected: null,
      actual: null,
      covered: 0,
      coverable: 1,
    });
    expect(addUp([null])).toEqual({ sum: null, covered: 0, coverable: 1 });
    expect(addUp([])).toEqual({ sum: null, covered: 0, coverable: 0 });
  });

  it('added up again are what they would be at once, however they were divided', () => {
    const amount = fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ expected: amount, actual: amount }))), (groups) => {
        expect(addUpSums(groups.map(addUpPairs))).toEqual(addUpPairs(groups.flat()));
        const sides = groups.map((pairs) => pairs.map(({ expected }) => expected));
        expect(addUpTotals(sides.map(addUp))).toEqual(addUp(sides.flat()));
      }),
    );
  });

  it('from two sources are covered as badly as the side that is covered least', () => {
    const municipalities = addUp([...Array(10)].map(() => 100n));
    const providers = addUp([500n, null, null, null]);
    expect(layBeside(municipalities, providers)).toEqual({ expected: 1000n, actual: 500n, covered: 1, coverable: 4 });
    expect(layBeside(providers, municipalities)).toEqual({ expected: 500n, actual: 1000n, covered: 1, coverable: 4 });
    expect(compare(layBeside(municipalities, addUp([])))).toMatchObject({ verdict: 'INCOMPLETE', coverage: null });
    expect(compare(layBeside(addUp([]), municipalities))).toMatchObject({ verdict: 'INCOMPLETE', coverage: null });
  });
});
