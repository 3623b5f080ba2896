import fc from 'fast-check';
import { type AlarmRule, backTest, type ModelTried, type StoredAssessment } from '../../../src/domain/back-test';
import { addQuarters, quartersBetween } from '../../../src/domain/period';

const FIRST = '2023-01-01';
/** Four quarters: Q1 is known on 1 June 2023, Q2 on 1 September, Q3 on 1 December, Q4 on 1 March 2024. */
const QUARTERS = quartersBetween(FIRST, '2023-10-01');
const OBSERVED_UNTIL = '2025-06-30';

const assessed = (providerId: string, quarter: string, trede: number | null): StoredAssessment => ({
  providerId,
  quarter,
  modelVersion: 'one',
  trede,
  riskClass: trede === null ? null : trede > 3 ? 'HIGH' : trede > 1 ? 'MIDDLE' : 'LOW',
  lastHeardOn: null,
  restsOnAccounts: false,
});
const history = (providerId: string, ...treden: (number | null)[]) =>
  treden.map((trede, at) => assessed(providerId, addQuarters(FIRST, at), trede));

const FROM_4: AlarmRule = {
  code: 'FROM_4',
  en: 'from 4',
  nl: 'vanaf 4',
  isRaised: ({ trede }) => (trede === null ? null : trede >= 4),
};
const NEVER: AlarmRule = { ...FROM_4, isRaised: () => false };

function only(
  assessments: readonly StoredAssessment[],
  happened: readonly (readonly [string, string])[],
  rule = FROM_4,
) {
  const [model] = backTest(assessments, new Map(happened), OBSERVED_UNTIL, [rule]) as [ModelTried];
  const [tried] = model.rules;
  if (!tried) throw new Error('One rule was tried.');
  return { model, ...tried };
}

describe('The back-test, worked out by hand', () => {
  // Failed on 10 March 2024, announced from Q2; the first quarter, known on 1 June 2023, was silent and lies within the year.
  const announced = history('announced', 1, 4, 5, 5);
  // Failed on 10 June 2024, never announced; Q1 is known more than a year before and counts as "did not".
  const missed = history('missed', 1, 1, null, 2);
  const falselyAlarmed = history('false', 4, 1, 1, 1);
  const quiet = history('quiet', 1, 1, null, null);
  const unknown = history('unknown', null, null, null, null);
  const all = [...announced, ...missed, ...falselyAlarmed, ...quiet, ...unknown];
  const failures = [
    ['announced', '2024-03-10'],
    ['missed', '2024-06-10'],
  ] as const;
  const { model, perQuarter, perProvider, leadTime } = only(all, failures);

  it('counts every quarter with a full year after it', () => {
    expect(model).toMatchObject({ quarters: 20, providers: 5 });
    expect(perQuarter).toMatchObject({
      truePositives: 3, // announced: Q2, Q3, Q4
      falsePositives: 1, // false: Q1
      falseNegatives: 3, // announced: Q1; missed: Q2, Q4
      trueNegatives: 6, // missed: Q1; false: 3; quiet: 2
      notAssessable: { cameTrue: 1, didNot: 6 },
    });
  });

  it('makes the rates of them, beside what guessing would reach', () => {
    expect(perQuarter.precision).toMatchObject({ count: 3, total: 4, share: 0.75 });
    expect(perQuarter.recall).toMatchObject({ count: 3, total: 6, share: 0.5 });
    expect(perQuarter.falseAlarms).toMatchObject({ count: 1, total: 7 });
    expect(perQuarter.baseRate).toMatchObject({ count: 6, total: 13 });
    expect(perQuarter.lift).toBeCloseTo(0.75 / (6 / 13), 10);
    expect(perQuarter.f1).toBeCloseTo(0.6, 10);
  });

  it('takes each provider as one, and who was never assessable as neither', () => {
    expect(perProvider).toMatchObject({
      truePositives: 1,
      falsePositives: 1,
      falseNegatives: 1,
      trueNegatives: 1,
      notAssessable: { cameTrue: 0, didNot: 1 },
    });
  });

  it('measures lead time from the day on which the alarm could be known: 1 September 2023 to 10 March 2024', () => {
    expect(leadTime.warned).toEqual([
      { providerId: 'announced', quarter: '2023-04-01', quartersAhead: 191 / (365.25 / 4), isAtLeast: false },
    ]);
    expect(leadTime).toMatchObject({ neverAlarmed: ['missed'], withdrawn: [], neverAssessable: [] });
    expect(leadTime.median).toBeCloseTo(2.09, 2);
    expect([leadTime.least, leadTime.most]).toEqual([leadTime.median, leadTime.median]);
  });

  it('divides the providers over the classes per quarter', () => {
    expect(model.classes[0]).toEqual({ quarter: '2023-01-01', counts: { HIGH: 1, MIDDLE: 0, LOW: 3 }, none: 1 });
    expect(model.classes.length).toBe(4);
  });
});

describe('Nothing looks ahead:', () => {
  const tried = (failedOn: string, more: Partial<StoredAssessment> = {}) =>
    only([{ ...assessed('a', FIRST, 5), ...more }], [['a', failedOn]]);

  it.each([
    ['on the day on which it could be known', '2023-06-01', 0, 0],
    ['the day after', '2023-06-02', 1, 0],
    ['a year after', '2024-06-01', 1, 0],
    ['a day later', '2024-06-02', 0, 1],
  ])('a failure %s', (_, failedOn, truePositives, falsePositives) => {
    expect(tried(failedOn).perQuarter).toMatchObject({ truePositives, falsePositives });
  });

  it('a correction is known when it came, and not before', () => {
    const late = tried('2023-07-01', { lastHeardOn: '2023-07-01' });
    expect(late.perQuarter).toMatchObject({ truePositives: 0, falsePositives: 0 });
    expect(late.leadTime).toMatchObject({ warned: [], neverAssessable: ['a'] });
    expect(tried('2023-07-02', { lastHeardOn: '2023-07-01' }).perQuarter.truePositives).toBe(1);
  });

  it('annual accounts are known a year after', () => {
    expect(tried('2024-04-01', { restsOnAccounts: true }).leadTime.warned).toEqual([]);
    expect(tried('2024-04-02', { restsOnAccounts: true }).leadTime.warned.length).toBe(1);
  });

  it('a quarter counts only when the whole year after it was seen', () => {
    const seen = (until: string) => backTest([assessed('a', FIRST, 5)], new Map(), until)[0]?.quarters;
    expect(seen('2024-05-31')).toBe(0);
    expect(seen('2024-06-01')).toBe(1);
  });
});

describe('The alarm before a failure', () => {
  const alarmOf = (...treden: (number | null)[]) => only(history('a', ...treden), [['a', '2024-06-01']]).leadTime;
  const quarterOf = (...treden: (number | null)[]) => alarmOf(...treden).warned[0]?.quarter;

  it.each([
    ['began when it last became uninterrupted', [5, 1, 4, 5], '2023-07-01'],
    ['is neither ended by a quarter that is not assessable', [1, 4, null, 5], '2023-04-01'],
    ['nor begun by one', [1, null, 4, 5], '2023-07-01'],
    ['still rings when nothing was heard since', [1, 4, 4, null], '2023-04-01'],
  ] as const)('%s', (_, treden, quarter) => {
    expect(quarterOf(...treden)).toBe(quarter);
  });

  it('may have rung before the history began', () => {
    expect(alarmOf(4, 4, 4, 4).warned[0]?.isAtLeast).toBe(true);
    expect(alarmOf(null, 4, 4, 4).warned[0]?.isAtLeast).toBe(true);
    expect(alarmOf(1, 4, 4, 4).warned[0]?.isAtLeast).toBe(false);
  });

  it('can be withdrawn, never ring, or never be judged', () => {
    expect(alarmOf(5, 5, 5, 1)).toMatchObject({ warned: [], withdrawn: ['a'], neverAlarmed: [], median: null });
    expect(alarmOf(1, 1, null, 1)).toMatchObject({ warned: [], withdrawn: [], neverAlarmed: ['a'] });
    expect(alarmOf(null, null)).toMatchObject({ neverAlarmed: [], neverAssessable: ['a'], least: null });
  });
});

const anHistory = (providerId: string) =>
  fc
    .array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: QUARTERS.length })
    .map((treden) => history(providerId, ...treden));
const aWorld = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anHistory(`p${at}`))))
  .map((histories) => histories.flat());
const someFailures = fc.dictionary(
  fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'p5'),
  fc.constantFrom('2023-08-15', '2023-12-24', '2024-02-29', '2024-09-01', '2025-02-01'),
);

describe('For every history and whatever happened', () => {
  it('nothing is lost: alarms, silences and what is not assessable add up to the quarters', () => {
    fc.assert(
      fc.property(aWorld, someFailures, (assessments, failures) => {
        const { model, perQuarter: of, perProvider, leadTime } = only(assessments, Object.entries(failures));
        const sum = (tally: typeof of) =>
          tally.truePositives +
          tally.falsePositives +
          tally.falseNegatives +
          tally.trueNegatives +
          tally.notAssessable.cameTrue +
          tally.notAssessable.didNot;
        expect(sum(of)).toBe(model.quarters);
        expect(sum(perProvider)).toBe(model.providers);
        const told = [leadTime.warned, leadTime.withdrawn, leadTime.neverAlarmed, leadTime.neverAssessable];
        expect(told.flat().length).toBe(Object.keys(failures).length);
        expect(leadTime.warned.every(({ quartersAhead }) => quartersAhead > 0)).toBe(true);
      }),
    );
  });

  it('the order in which assessments are read does not matter', () => {
    fc.assert(
      fc.property(
        aWorld.chain((world) => fc.tuple(fc.constant(world), fc.shuffledSubarray(world, { minLength: world.length }))),
        someFailures,
        ([world, shuffled], failures) => {
          const happened = new Map(Object.entries(failures));
          expect(backTest(shuffled, happened, OBSERVED_UNTIL)).toEqual(backTest(world, happened, OBSERVED_UNTIL));
        },
      ),
    );
  });

  it('an alarm that knows has precision and recall 1', () => {
    fc.assert(
      fc.property(aWorld, someFailures, (assessments, failures) => {
        const within = (day: string | undefined, { quarter }: StoredAssessment) => {
          const known = addQuarters(quarter, 1).replace(
            /-(\d\d)-01$/,
            (_, month) => `-${String(Number(month) + 2).padStart(2, '0')}-01`,
          );
          const yearLater = `${Number(known.slice(0, 4)) + 1}${known.slice(4)}`;
          return day !== undefined && day > known && day <= yearLater;
        };
        const knows: AlarmRule = { ...FROM_4, isRaised: (one) => within(failures[one.providerId], one) };
        const { perQuarter, perProvider } = only(assessments, Object.entries(failures), knows);
        for (const { precision, recall, falsePositives, falseNegatives } of [perQuarter, perProvider]) {
          expect([falsePositives, falseNegatives]).toEqual([0, 0]);
          expect([1, null]).toContain(precision.share);
          expect(recall.share).toBe(precision.share);
        }
      }),
    );
  });

  it('an alarm that never rings has recall 0, and a precision that is undefined and not 0', () => {
    fc.assert(
      fc.property(aWorld, someFailures, (assessments, failures) => {
        const { perQuarter } = only(assessments, Object.entries(failures), NEVER);
        expect(perQuarter.precision).toEqual({ count: 0, total: 0, share: null, low: null, high: null });
        expect([perQuarter.lift, perQuarter.f1]).toEqual([null, null]);
        expect([0, null]).toContain(perQuarter.recall.share);
      }),
    );
  });

  it('a stricter trede never rings more often', () => {
    fc.assert(
      fc.property(aWorld, someFailures, (assessments, failures) => {
        const [model] = backTest(assessments, new Map(Object.entries(failures)), OBSERVED_UNTIL) as [ModelTried];
        const rung = model.rules.slice(1).map(({ perQuarter }) => perQuarter.precision.total);
        expect(rung).toEqual([...rung].sort((a, b) => b - a));
      }),
    );
  });

  it('model versions are tried apart', () => {
    fc.assert(
      fc.property(aWorld, someFailures, (assessments, failures) => {
        const other = assessments.map((one) => ({ ...one, modelVersion: 'two', trede: 1 }));
        const happened = new Map(Object.entries(failures));
        const [one, two] = backTest([...other, ...assessments], happened, OBSERVED_UNTIL);
        expect(one).toEqual(backTest(assessments, happened, OBSERVED_UNTIL)[0]);
        expect(two?.modelVersion).toBe('two');
      }),
    );
  });
});
