import fc from 'fast-check';
import { besideLimit, decimalsApart, inWords } from '../../src/domain/quantity';
import type { MeasureUnit } from '../../src/domain/vocabulary';

it.each<[number, number | null, MeasureUnit, string]>([
  [0.083, 0.1, 'FRACTION', '8,3%'],
  [0.1996, 0.2, 'FRACTION', '19,96%'],
  [0.2, 0.2, 'FRACTION', '20,0%'],
  [0.199999, 0.2, 'FRACTION', '19,9999%'],
  [0.99, 1, 'TIMES', '0,99'],
  [0.999999, 1, 'TIMES', '0,999999'],
  [29.99, 30, 'DAYS', '29,99 dagen'],
  [1_000_000_00, 1_000_000_00, 'EUR_CENT', '€ 1.000.000'],
  [1_000_000_01, 1_000_000_00, 'EUR_CENT', '€ 1.000.000,01'],
  [-1, 0, 'EUR_CENT', '-€ 0,01'],
  [4, null, 'QUARTERS', '4 kwartalen'],
])('%p beside %p in %s is %s', (value, limit, unit, says) => {
  expect(besideLimit(value, limit, unit, 'nl')).toBe(says);
});

it('numbers that differ in the decimals that are kept read differently, and with no more decimals than that takes', () => {
  const kept = fc.integer({ min: -3_000_000, max: 3_000_000 }).map((millionths) => millionths / 1_000_000);
  const unit = fc.constantFrom<MeasureUnit>('FRACTION', 'TIMES', 'INDEX', 'DAYS');
  fc.assert(
    fc.property(kept, kept, unit, (value, other, of) => {
      fc.pre(value !== other);
      const decimals = decimalsApart(value, [other], of);
      const read = (one: number, count: number) => Number.parseFloat(inWords(one, of, 'en', count));
      const differsWith = (count: number) => read(value, count) !== read(other, count);
      expect(differsWith(decimals)).toBe(true);
      if (decimals > 1) expect(differsWith(decimals - 1)).toBe(false);
    }),
  );
});
