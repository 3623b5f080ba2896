import type { DeliveryFact } from '../../../src/domain/facts';
import { NOW } from '../healthy';
import { delivery, judged, TODAY, whole } from './whole';

const of = (
  code: 'deliveriesLate' | 'deliveriesMissing' | 'deliveriesCorrected',
  deliveries: DeliveryFact[],
  today = TODAY,
) => judged(code, whole({ deliveries }), NOW, today);
const punctual = delivery();
const nothing = { submittedOn: null };

describe('the delivery behaviour at the end of 2026Q3, judged on 1 December', () => {
  it.each([
    ['came on its due date', {}, { late: 0, missing: 0, corrected: 0 }],
    ['came a day later', { submittedOn: '2026-11-01' }, { late: 1, missing: 0, corrected: 0 }],
    ['came on the day of judging', { submittedOn: TODAY }, { late: 1, missing: 0, corrected: 0 }],
    [
      'came after the day of judging, and was missing on it',
      { submittedOn: '2026-12-02' },
      { late: 1, missing: 1, corrected: 0 },
    ],
    ['did not come', nothing, { late: 1, missing: 1, corrected: 0 }],
    ['was corrected', { version: 2 }, { late: 0, missing: 0, corrected: 1 }],
    ['was corrected twice, and is still one', { version: 3 }, { late: 0, missing: 0, corrected: 1 }],
    ['was late and corrected', { submittedOn: '2026-11-01', version: 2 }, { late: 1, missing: 0, corrected: 1 }],
    ['did not come, whatever its version', { ...nothing, version: 2 }, { late: 1, missing: 1, corrected: 0 }],
  ])('of a delivery that %s', (_, change, { late, missing, corrected }) => {
    const deliveries = [delivery(change), punctual, punctual, punctual];
    expect(of('deliveriesLate', deliveries).value).toBe(late / 4);
    expect(of('deliveriesMissing', deliveries).value).toBe(missing);
    expect(of('deliveriesCorrected', deliveries).value).toBe(corrected);
  });

  it.each([
    ['2025-11-30', 0],
    ['2025-12-01', 1],
    ['2026-11-30', 1],
    ['2026-12-01', 0],
  ])('counts what was due in the year before: on %s %s', (dueOn, missing) => {
    expect(of('deliveriesMissing', [delivery({ dueOn, ...nothing }), punctual]).value).toBe(missing);
  });

  it('does not hold against a provider what is not due yet', () => {
    const due = delivery({ dueOn: '2026-11-20', ...nothing });
    expect(of('deliveriesMissing', [due, punctual], '2026-11-20').value).toBe(0);
    expect(of('deliveriesMissing', [due, punctual], '2026-11-21')).toMatchObject({ value: 1, asOf: '2026-11-21' });
  });

  it('says which deliveries it is about, beside how many were due', () => {
    const half = delivery({
      uitvraag: 'regeling-jeugdwet-8g',
      periodStart: '2026-01-01',
      periodEnd: '2026-07-01',
      ...nothing,
    });
    expect(of('deliveriesLate', [punctual, half]).inputs).toEqual([
      { name: 'regeling-jeugdwet-8g', value: 1, period: '2026H1', source: 'DELIVERY' },
      { name: 'deliveries', value: 2, period: '2026Q3', source: 'DELIVERY' },
    ]);
  });

  it.each(['deliveriesLate', 'deliveriesMissing', 'deliveriesCorrected'] as const)(
    '%s is not assessable when nothing was due',
    (code) => {
      expect(of(code, [delivery({ dueOn: '2025-10-31' })])).toMatchObject({
        value: null,
        missing: 'deliveries 2026Q3',
      });
    },
  );
});
