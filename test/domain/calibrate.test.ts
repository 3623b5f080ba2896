import fc from 'fast-check';
import { calibrate, OUTCOME_OF_2019 } from '../../src/domain/scorecard/calibrate';

const within = (points: readonly number[], from: number, to: number) =>
  points.filter((of100) => of100 >= from && of100 < to).length;
const sharesBy = (points: readonly number[], { HIGH, MIDDLE }: { HIGH: number; MIDDLE: number }) =>
  [within(points, HIGH, 101), within(points, MIDDLE, HIGH), within(points, 0, MIDDLE)].map(
    (count) => count / points.length,
  );
const WANTED = [OUTCOME_OF_2019.HIGH, OUTCOME_OF_2019.MIDDLE, OUTCOME_OF_2019.LOW].map((count) => count / 226);
const apart = (shares: readonly number[]) =>
  shares.reduce((sum, share, at) => sum + Math.abs(share - (WANTED[at] as number)), 0);

describe('calibrating', () => {
  it('gives exactly the outcome when there is a place for the cuts', () => {
    const points = [
      ...Array.from({ length: 81 }, () => 40),
      ...Array.from({ length: 90 }, () => 20),
      ...Array.from({ length: 55 }, () => 5),
    ];
    expect(calibrate(points)).toEqual({ HIGH: 21, MIDDLE: 6 });
    expect(sharesBy(points, calibrate(points))).toEqual(WANTED);
  });

  it('never finds worse cuts than any other pair', () => {
    const points = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 40 });
    const cuts = fc.tuple(fc.nat({ max: 99 }), fc.integer({ min: 1, max: 100 })).filter(([low, high]) => low < high);
    fc.assert(
      fc.property(points, cuts, (found, [MIDDLE, HIGH]) => {
        const nearest = apart(sharesBy(found, calibrate(found)));
        expect(nearest).toBeLessThanOrEqual(apart(sharesBy(found, { HIGH, MIDDLE })) + 1e-9);
      }),
    );
  });

  it('does not depend on the order, and needs something to go by', () => {
    expect(calibrate([5, 50, 20])).toEqual(calibrate([50, 20, 5]));
    expect(() => calibrate([])).toThrow(RangeError);
  });
});
