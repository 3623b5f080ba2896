import fc from 'fast-check';
import { fraction } from '../../../src/domain/ratio';
import { difficultyOf, LEVELS, type Level, likelihoodOf, MATRIX } from '../../../src/domain/waterbed/two-part-test';

const easy = { isCrucial: false, share: fraction(1n, 100n), hhi: fraction(1n, 10n), able: 5 };
const ORDER = Object.keys(LEVELS) as Level[];
const rank = (level: Level) => ORDER.indexOf(level);

describe('how likely a provider is to fail', () => {
  it.each([
    ['trede 1, low', 1, 'LOW', 'LOW'],
    ['trede 2, middle', 2, 'MIDDLE', 'LOW'],
    ['trede 1, but high on our own scorecard', 1, 'HIGH', 'MEDIUM'],
    ['trede 3', 3, 'LOW', 'MEDIUM'],
    ['trede 3 and high', 3, 'HIGH', 'MEDIUM'],
    ['trede 4', 4, 'LOW', 'HIGH'],
    ['trede 6', 6, null, 'HIGH'],
    ['not assessable is never low', null, 'LOW', 'MEDIUM'],
    ['nothing known at all', null, null, 'MEDIUM'],
  ] as const)('%s', (_, trede, riskClass, expected) => {
    expect(likelihoodOf(trede, riskClass)).toBe(expected);
  });
});

describe('how hard a provider is to replace', () => {
  it.each([
    ['several others', {}, 'LOW', null],
    ['a crucial provider', { isCrucial: true }, 'HIGH', 'CRUCIAL'],
    ['nobody who could take over', { able: 0 }, 'HIGH', 'NO_ALTERNATIVE'],
    ['half of the care', { share: fraction(50n, 100n) }, 'HIGH', 'HALF'],
    ['just below half', { share: fraction(4999n, 10000n) }, 'MEDIUM', 'QUARTER'],
    ['two others', { able: 2 }, 'MEDIUM', 'FEW'],
    ['three others', { able: 3 }, 'LOW', null],
    ['a quarter of the care', { share: fraction(1n, 4n) }, 'MEDIUM', 'QUARTER'],
    ['just below a quarter', { share: fraction(2499n, 10000n) }, 'LOW', null],
    ['a concentrated market', { hhi: fraction(1n, 4n) }, 'MEDIUM', 'CONCENTRATED'],
    ['shares that are not known', { share: null, hhi: null }, 'LOW', null],
  ] as const)('%s', (_, more, level, code) => {
    expect(difficultyOf({ ...easy, ...more })).toMatchObject({ level, code });
  });

  it('gets no easier with a larger share, a more concentrated market or fewer others', () => {
    const percent = fc.nat({ max: 100 }).map((of100) => fraction(BigInt(of100), 100n));
    fc.assert(
      fc.property(fc.boolean(), percent, percent, percent, fc.nat({ max: 6 }), (isCrucial, a, b, hhi, able) => {
        const [less, more] = a.numerator <= b.numerator ? [a, b] : [b, a];
        const level = (share: typeof a, others: number, index = hhi) =>
          rank(difficultyOf({ isCrucial, share, hhi: index, able: others }).level);
        expect(level(more, able)).toBeGreaterThanOrEqual(level(less, able));
        expect(level(a, able)).toBeGreaterThanOrEqual(level(a, able + 1));
        expect(level(a, able, more)).toBeGreaterThanOrEqual(level(a, able, less));
      }),
    );
  });
});

describe('the two together', () => {
  it('rise with each', () => {
    for (const [at, worse] of ORDER.slice(1).entries()) {
      const better = ORDER[at] as Level;
      for (const other of ORDER) {
        expect(rank(MATRIX[worse][other])).toBeGreaterThanOrEqual(rank(MATRIX[better][other]));
        expect(rank(MATRIX[other][worse])).toBeGreaterThanOrEqual(rank(MATRIX[other][better]));
      }
    }
    expect([MATRIX.LOW.LOW, MATRIX.MEDIUM.MEDIUM, MATRIX.HIGH.HIGH]).toEqual(ORDER);
  });
});
