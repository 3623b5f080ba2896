import fc from 'fast-check';
import { PEERS_AT_LEAST, peerPosition } from '../../../src/domain/indicators/peer';
import { compareRatios, fraction, toNumber } from '../../../src/domain/ratio';

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const position = (...of: Parameters<typeof peerPosition>) => {
  const exact = peerPosition(...of);
  return exact && toNumber(exact);
};

describe('the position among peers', () => {
  it.each([
    ['worse than all', 0, 0, 1, 0],
    ['equal to the lowest', 1, 0.05, 0.95, 0.05],
    ['between the first and the second', 1.5, 0.1, 0.9, 0.1],
    ['in the middle', 5.5, 0.5, 0.5, 0.5],
    ['equal to the highest', 10, 0.95, 0.05, 0.95],
    ['higher than all', 11, 1, 0, 1],
  ])('of a value %s (%s)', (_, value, higher, lower, neither) => {
    expect(position(TEN, value, 'HIGHER')).toBe(higher);
    expect(position(TEN, value, 'LOWER')).toBe(lower);
    expect(position(TEN, value, 'NEITHER')).toBe(neither);
  });

  it('of equal values is the middle of the place they share', () => {
    expect(position([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'HIGHER')).toBe(0.5);
    expect(position([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 0, 'HIGHER')).toBe(0.2);
    expect(position([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 0, 'LOWER')).toBe(0.8);
  });

  it('is exact, and not a float', () => {
    expect(peerPosition([...TEN, 11], 4, 'HIGHER')).toEqual(fraction(7n, 22n));
  });

  it.each([
    [TEN, true],
    [TEN.slice(1), false],
    [[], false],
  ])('among %j is known: %s', (peers, isKnown) => {
    expect(peerPosition(peers, 5, 'HIGHER') !== null).toBe(isKnown);
    expect(PEERS_AT_LEAST).toBe(10);
  });

  const values = fc
    .array(fc.integer({ min: -20, max: 20 }), { minLength: 10, maxLength: 60 })
    .map((list) => list.sort((a, b) => a - b));
  const better = fc.constantFrom('HIGHER', 'LOWER', 'NEITHER');

  it('never gets worse because the value got better', () => {
    fc.assert(
      fc.property(
        values,
        better,
        fc.integer({ min: -25, max: 25 }),
        fc.nat({ max: 30 }),
        (peers, direction, value, more) => {
          const higher = direction === 'LOWER' ? value - more : value + more;
          const [before, after] = [peerPosition(peers, value, direction), peerPosition(peers, higher, direction)];
          expect(before && after && compareRatios(after, before)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('is what counting one by one gives, from 0 to 1, and mirrored when lower is better', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -25, max: 25 }), (peers, value) => {
        const worse = peers.filter((peer) => peer < value).length;
        const equal = peers.filter((peer) => peer === value).length;
        expect(position(peers, value, 'HIGHER')).toBe(
          toNumber(fraction(BigInt(worse * 2 + equal), BigInt(peers.length * 2))),
        );
        const sum = (position(peers, value, 'HIGHER') ?? 9) + (position(peers, value, 'LOWER') ?? 9);
        expect(sum).toBeCloseTo(1, 5);
      }),
    );
  });
});
