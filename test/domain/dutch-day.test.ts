import fc from 'fast-check';
import { dutchDay } from '../../src/domain/dutch-day';

describe('the day of a moment in the Netherlands', () => {
  it.each([
    ['half past eleven in the evening UTC, in winter', '2026-12-31T23:30:00Z', '2027-01-01'],
    ['the last moment of a winter day', '2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['the first moment of a winter day', '2026-12-31T23:00:00Z', '2027-01-01'],
    ['the last moment of a summer day', '2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['the first moment of a summer day', '2026-06-30T22:00:00Z', '2026-07-01'],
    ['the day on which summer time begins', '2026-03-29T22:30:00Z', '2026-03-30'],
    ['the day on which it ends', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['noon', '2028-02-29T12:00:00Z', '2028-02-29'],
  ])('%s', (_, moment, day) => {
    expect(dutchDay(new Date(moment))).toBe(day);
  });

  it('is that in UTC an hour later in winter or two in summer', () => {
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const later = [1, 2].map((hours) => new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(0, 10));
        expect(later).toContain(dutchDay(moment));
      }),
    );
  });
});
