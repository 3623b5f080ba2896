import fc from 'fast-check';
import {
  addQuarters,
  daysInPeriod,
  daysInQuarter,
  formatQuarter,
  fractionOfYearPassed,
  isDay,
  lastDayOf,
  nextQuarter,
  parseQuarter,
  previousQuarter,
  quarterAt,
  quarterEnd,
  quarterIndex,
  quarterOf,
  quartersBetween,
  sameQuarterLastYear,
  yearOf,
} from '../../src/domain/period';
import { toNumber } from '../../src/domain/ratio';

const quarters = fc.integer({ min: 1900 * 4, max: 2200 * 4 }).map(quarterAt);

describe('a quarter', () => {
  it.each([
    ['2026Q1', '2026-01-01', '2026-04-01', '2026-03-31', 90],
    ['2026Q2', '2026-04-01', '2026-07-01', '2026-06-30', 91],
    ['2026Q3', '2026-07-01', '2026-10-01', '2026-09-30', 92],
    ['2026Q4', '2026-10-01', '2027-01-01', '2026-12-31', 92],
    ['2024Q1', '2024-01-01', '2024-04-01', '2024-03-31', 91],
    ['2100Q1', '2100-01-01', '2100-04-01', '2100-03-31', 90],
  ])('%s starts on %s, ends before %s, has its last day on %s and lasts %i days', (text, first, end, last, days) => {
    expect(parseQuarter(text)).toBe(first);
    expect(formatQuarter(first)).toBe(text);
    expect(quarterEnd(first)).toBe(end);
    expect(lastDayOf(first)).toBe(last);
    expect(daysInQuarter(first)).toBe(days);
  });

  it.each(['2026Q5', '2026Q0', '2026-Q3', '2026q3', '26Q3', '', ' 2026Q3', '2026Q3\n'])(
    'is not written as %j',
    (text) => {
      expect(parseQuarter(text)).toBeNull();
    },
  );

  it('is refused, not guessed, when it is given by another day than its first', () => {
    expect(() => quarterIndex('2026-07-02')).toThrow(RangeError);
    expect(() => formatQuarter('2026-08-01')).toThrow(RangeError);
    expect(() => quarterEnd('2026Q3')).toThrow(RangeError);
  });

  it('can be walked back and forth over the turn of the year', () => {
    expect(previousQuarter('2026-01-01')).toBe('2025-10-01');
    expect(nextQuarter('2025-10-01')).toBe('2026-01-01');
    expect(sameQuarterLastYear('2026-07-01')).toBe('2025-07-01');
    expect(yearOf('2025-10-01')).toBe(2025);
    fc.assert(
      fc.property(quarters, fc.integer({ min: -80, max: 80 }), (quarter, count) => {
        expect(addQuarters(addQuarters(quarter, count), -count)).toBe(quarter);
        expect(quarterIndex(addQuarters(quarter, count)) - quarterIndex(quarter)).toBe(count);
        expect(parseQuarter(formatQuarter(quarter))).toBe(quarter);
      }),
    );
  });

  it('lasts as many days as lie between its first day and the next quarter', () => {
    fc.assert(
      fc.property(quarters, (quarter) => {
        expect(daysInPeriod(quarter, quarterEnd(quarter))).toBe(daysInQuarter(quarter));
        expect(quarterOf(lastDayOf(quarter))).toBe(quarter);
        expect(daysInPeriod(lastDayOf(quarter), quarterEnd(quarter))).toBe(1);
      }),
    );
  });

  it('is listed with all quarters between two quarters, both included', () => {
    expect(quartersBetween('2025-10-01', '2026-04-01')).toEqual(['2025-10-01', '2026-01-01', '2026-04-01']);
    expect(quartersBetween('2022-10-01', '2026-07-01')).toHaveLength(16);
    expect(quartersBetween('2026-04-01', '2026-01-01')).toEqual([]);
  });
});

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '01-02-2026',
  ])('%s does not exist', (day) => {
    expect(isDay(day)).toBe(false);
  });
});

describe('the share of the year that has passed', () => {
  it.each([
    ['2026-01-01', 0.25],
    ['2026-04-01', 0.5],
    ['2026-07-01', 0.75],
    ['2026-10-01', 1],
  ])('at the end of %s is %f when the year is linear', (quarter, share) => {
    expect(toNumber(fractionOfYearPassed(quarter))).toBe(share);
  });

  it('follows the seasons when they are given', () => {
    expect(toNumber(fractionOfYearPassed('2026-04-01', [30n, 30n, 10n, 30n]))).toBe(0.6);
    expect(toNumber(fractionOfYearPassed('2026-10-01', [30n, 30n, 10n, 30n]))).toBe(1);
  });

  it('cannot follow seasons that add up to nothing', () => {
    expect(() => fractionOfYearPassed('2026-04-01', [0n, 0n, 0n, 0n])).toThrow(RangeError);
  });
});
