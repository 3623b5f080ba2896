import fc from 'fast-check';
import type { DeliveryFact } from '../../../src/domain/facts';
import { type QuarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { toStored } from '../../../src/domain/ladder/stored';
import { LIMITS, type LimitCode } from '../../../src/domain/limits';
import {
  inOrder,
  type KnownOfQuarter,
  NO_MELDINGEN,
  NOTHING_KNOWN,
  type SeenIndicator,
  SIGNAL_INFORMATION,
  type SignalFacts,
  signalsOf,
  URGENCY,
  urgencyOf,
} from '../../../src/domain/signals';
import {
  MISMATCH_KINDS,
  SIGNAL_KINDS,
  type SignalKind,
  VERDICTS,
  type Verdict,
  valuesOf,
} from '../../../src/domain/vocabulary';
import { HEALTHY, healthyBut, NOW } from '../healthy';

const QUARTER = NOW;
type Known = Partial<Omit<QuarterFigures, 'quarter'>>;
const total = 1_000_000_00n;
const solvency = (perMille: bigint): Known => ({ equity: (perMille * total) / 1000n, balanceTotal: total });
const assessed = (known: Known): KnownOfQuarter => ({ ...NOTHING_KNOWN, assessment: assess(healthyBut(known), NOW) });
const unassessable = assessed({ equity: null });
const facts = (now: KnownOfQuarter, before: KnownOfQuarter | null, more: Partial<SignalFacts> = {}): SignalFacts => ({
  subject: 'de-wissel',
  quarter: QUARTER,
  now,
  before,
  deliveries: [],
  newMeldingen: NO_MELDINGEN,
  since: '2026-10-01',
  today: '2026-11-22',
  ...more,
});
const kinds = (given: SignalFacts) => signalsOf(given).map(({ kind }) => kind);
const said = (given: SignalFacts) => signalsOf(given).map(({ kind, en }) => [kind, en]);

describe('the signals of the ladder', () => {
  it.each([
    ['nothing changed', {}, {}, []],
    ['one step up', {}, solvency(199n), [['TREDE_UP_TWO', 'from trede 1 to trede 3: solvency is below 20% (19.9%)']]],
    [
      '10 % and 20 % crossed at once: the gravest only, in one line',
      {},
      solvency(99n),
      [['TREDE_UP_TWO', 'from trede 1 to trede 4: solvency is below 10% (9.9%)']],
    ],
    [
      'from 3 to 4 is one step',
      solvency(199n),
      solvency(99n),
      [['TREDE_UP', 'from trede 3 to trede 4: solvency is below 10% (9.9%)']],
    ],
    [
      'two reasons of one rise are one line',
      {},
      { ...solvency(99n), currentAssets: 392_000_00n },
      [
        [
          'TREDE_UP_TWO',
          'from trede 1 to trede 4: solvency is below 10% (9.9%); the current ratio is below 1.0 (0.98)',
        ],
      ],
    ],
    [
      'a limit on another subject, below the trede it had, is a line of its own',
      { overdueCreditors: 1n },
      { overdueCreditors: 1n, ...solvency(199n) },
      [['LIMIT_CROSSED', 'solvency is below 20% (19.9%)']],
    ],
    [
      'a rise on one subject and a milder limit on another',
      solvency(199n),
      { ...solvency(-1n), cash: 0n },
      [
        ['TREDE_UP_TWO', 'from trede 3 to trede 5: equity is negative (-€ 1,000)'],
        ['LIMIT_CROSSED', 'cash covers fewer than 30 days of costs (0 days)'],
      ],
    ],
    ['going down is no signal', solvency(99n), {}, []],
    ['a milder limit that held already is no signal', solvency(99n), solvency(150n), []],
    [
      'from a loss to break-even is an improvement, no signal',
      { netResult: -60_000_00n },
      { netResult: -40_000_00n },
      [],
    ],
    [
      'too little known: never silence about the risk',
      solvency(199n),
      { equity: null },
      [['BECAME_UNASSESSABLE', 'no longer assessable: too little is known (trede 3)']],
    ],
    [
      'known again, with risk',
      { equity: null },
      solvency(99n),
      [['BECAME_ASSESSABLE', 'assessable again: trede 4: solvency is below 10% (9.9%)']],
    ],
    ['known again, without risk', { equity: null }, {}, []],
    ['still unknown', { equity: null }, { equity: null }, []],
  ] as const)('%s', (_, before, now, expected) => {
    expect(said(facts(assessed(now), assessed(before)))).toEqual(expected);
  });

  it('are the same when made from stored assessments', () => {
    const [now, before] = [assessed(solvency(99n)), assessed({})];
    const stored = ({ assessment }: KnownOfQuarter): KnownOfQuarter => {
      const { trede, criteria } = assess(healthyBut(assessment === now.assessment ? solvency(99n) : {}), NOW);
      return { ...NOTHING_KNOWN, assessment: { trede, criteria: criteria.map(toStored) } };
    };
    expect(signalsOf(facts(stored(now), stored(before)))).toEqual(signalsOf(facts(now, before)));
  });

  it('say so in Dutch, and show the numbers that were used', () => {
    const [signal] = signalsOf(facts(assessed(solvency(99n)), assessed({})));
    expect(signal).toMatchObject({
      nl: 'van trede 1 naar trede 4: de solvabiliteit ligt onder 10% (9,9%)',
      subject: 'de-wissel',
      quarter: QUARTER,
      urgency: 650,
      evidence: [
        { name: 'trede', value: 4, previous: 1 },
        { name: 'SOLVENCY_PROBLEMATIC', value: 0.099, previous: 0.3 },
      ],
    });
  });

  it('show the figures behind the limit that made it rise, as they were and as they are', () => {
    const cents = (equity: number, assets = 400_000_00) => ({
      figures: { equity, balanceTotal: 1_000_000_00, currentAssets: assets, currentLiabilities: 400_000_00 },
    });
    const now = { ...assessed({ ...solvency(99n), currentAssets: 392_000_00n }), ...cents(99_000_00, 392_000_00) };
    const before = { ...assessed({}), ...cents(300_000_00) };
    const [rise] = signalsOf(facts(now, before));
    expect(rise?.evidence.slice(1)).toEqual([
      { name: 'SOLVENCY_PROBLEMATIC', value: 0.099, previous: 0.3 },
      { name: 'CURRENT_RATIO_PRESSURE', value: 0.98, previous: 1.5 },
      { name: 'equity', value: 99_000_00, previous: 300_000_00 },
      { name: 'balanceTotal', value: 1_000_000_00, previous: 1_000_000_00 },
      { name: 'currentAssets', value: 392_000_00, previous: 400_000_00 },
      { name: 'currentLiabilities', value: 400_000_00, previous: 400_000_00 },
    ]);
    const unknownBefore = signalsOf(facts(now, { ...before, figures: {} }))[0]?.evidence;
    expect(unknownBefore).toContainEqual({ name: 'equity', value: 99_000_00, previous: null });
  });

  it('are not made for a provider without a quarter before: nothing changed', () => {
    expect(signalsOf(facts(assessed(solvency(-1n)), null))).toEqual([]);
    expect(signalsOf(facts(assessed(solvency(-1n)), NOTHING_KNOWN))).toEqual([]);
  });
});

describe('an indicator that went past a limit', () => {
  const indicator = (code: string, value: number, crossed: readonly LimitCode[]): SeenIndicator => ({
    code,
    value,
    unit: 'FRACTION',
    crossed,
    en: code,
    nl: code,
  });
  const with_ = (base: KnownOfQuarter, ...indicators: SeenIndicator[]) => ({ ...base, indicators });
  const healthy = assessed({});

  it('is told with the limit it passed last, whatever the order of the limits', () => {
    const now = with_(healthy, indicator('solvency', 0.05, ['solvencyProblematic', 'solvencyWorrying']));
    expect(said(facts(now, healthy))).toEqual([
      ['LIMIT_CROSSED', 'solvency 5.0% (below 10% is problematic by covenant ch. 3)'],
    ]);
    const profit = with_(healthy, indicator('profitability', 0.001, ['profitabilityNorm', 'breakEven']));
    expect(said(facts(profit, healthy))).toEqual([
      ['LIMIT_CROSSED', 'profitability 0.1% (below 0.5% is about break-even at best)'],
    ]);
  });

  it('is told once: not while it stays there, but again for the next limit', () => {
    const before = with_(healthy, indicator('solvency', 0.15, ['solvencyWorrying']));
    expect(kinds(facts(before, before))).toEqual([]);
    const now = with_(healthy, indicator('solvency', 0.05, ['solvencyWorrying', 'solvencyProblematic']));
    expect(said(facts(now, before))).toEqual([
      ['LIMIT_CROSSED', 'solvency 5.0% (below 10% is problematic by covenant ch. 3)'],
    ]);
  });

  it('is not told when the ladder told about its subject', () => {
    const now = with_(assessed(solvency(199n)), indicator('solvency', 0.199, ['solvencyWorrying']));
    expect(kinds(facts(now, healthy))).toEqual(['TREDE_UP_TWO']);
  });

  it('is not told when another signal names the thing itself', () => {
    const now = {
      ...with_(healthy, indicator('contractsExpiring', 0.5, ['contractsExpiringMany'])),
      endingContracts: [{ id: 'a', annualValue: 100_000_00 }],
    };
    expect(kinds(facts(now, healthy))).toEqual(['CONTRACT_ENDS']);
  });

  it('shares one line with the others beside the ladder', () => {
    const now = with_(
      healthy,
      indicator('sickness', 0.091, ['sicknessHigh']),
      indicator('vacancies', 0.2, ['vacanciesHigh']),
    );
    expect(said(facts(now, healthy))).toEqual([
      ['LIMIT_CROSSED', 'sickness 9.1% (above 8% is high) and vacancies 20.0% (above 10% is much)'],
    ]);
  });
});

describe('silence', () => {
  const due = (dueOn: string, submittedOn: string | null = null): DeliveryFact => ({
    uitvraag: 'regeling-jeugdwet-8g',
    periodStart: '2026-07-01',
    periodEnd: '2026-10-01',
    dueOn,
    submittedOn,
    version: 1,
  });
  const quiet = (deliveries: DeliveryFact[], today: string, since = '2026-10-01') =>
    signalsOf(facts(NOTHING_KNOWN, NOTHING_KNOWN, { deliveries, today, since })).map(({ urgency, en }) => [
      urgency,
      en,
    ]);

  it.each([
    ['not due yet', '2026-10-31', []],
    ['13 days late', '2026-11-13', []],
    ['14 days late', '2026-11-14', [[350, 'no delivery for 2026Q3, 14 days or more after the due date (2026-10-31)']]],
    ['29 days late', '2026-11-29', [[350, 'no delivery for 2026Q3, 14 days or more after the due date (2026-10-31)']]],
    ['30 days late', '2026-11-30', [[450, 'no delivery for 2026Q3, 30 days or more after the due date (2026-10-31)']]],
    ['60 days late', '2026-12-30', [[550, 'no delivery for 2026Q3, 60 days or more after the due date (2026-10-31)']]],
  ])('of a delivery due on 31 October: %s', (_, today, expected) => {
    expect(quiet([due('2026-10-31')], today)).toEqual(expected);
  });

  it('ends when the delivery came, also late, and had not ended the day before', () => {
    const late = due('2026-10-31', '2026-11-20');
    expect(quiet([late], '2026-11-19')).toHaveLength(1);
    expect(quiet([late], '2026-11-20')).toEqual([]);
  });

  it('is told once per term: the next quarter is silent about a term that passed before it', () => {
    const deliveries = [due('2026-10-31')];
    expect(quiet(deliveries, '2026-12-31')).toHaveLength(1);
    expect(quiet(deliveries, '2027-02-01', '2027-01-01')).toEqual([]);
    expect(quiet([due('2026-12-02')], '2027-02-01', '2027-01-01')).toEqual([
      [550, 'no delivery for 2026Q3, 60 days or more after the due date (2026-12-02)'],
    ]);
    expect(quiet([due('2026-11-02')], '2027-02-01', '2027-01-01')).toHaveLength(1);
    expect(quiet([due('2026-11-01')], '2027-02-01', '2027-01-01')).toEqual([]);
  });

  it('of several deliveries is one line, about the one that is late longest', () => {
    expect(quiet([due('2026-11-01'), due('2026-10-15'), due('2026-11-20')], '2026-11-22')).toEqual([
      [450, 'no delivery for 2026Q3, 30 days or more after the due date (2026-10-15) (and 1 more)'],
    ]);
  });
});

describe('the other signals', () => {
  const mismatch = (verdict: Verdict, share: number | null = 0.128) => ({
    ...NOTHING_KNOWN,
    mismatches: [{ kind: 'BUDGET_VS_DECLARED' as const, verdict, share }],
  });

  it.each([
    ['WITHIN_TOLERANCE', 'BELOW', 1],
    ['INCOMPLETE', 'ABOVE', 1],
    ['ABOVE', 'BELOW', 1],
    ['BELOW', 'BELOW', 0],
    ['BELOW', 'WITHIN_TOLERANCE', 0],
    ['BELOW', 'INCOMPLETE', 0],
  ] as const)('a mismatch that was %s and is %s gives %i', (before, now, count) => {
    expect(signalsOf(facts(mismatch(now), mismatch(before)))).toHaveLength(count);
  });

  it('several new mismatches are one line, with the largest', () => {
    const now = {
      ...NOTHING_KNOWN,
      mismatches: [
        { kind: 'BUDGET_VS_CONTRACTS' as const, verdict: 'BELOW' as const, share: -0.3 },
        { kind: 'BUDGET_VS_DECLARED' as const, verdict: 'ABOVE' as const, share: 0.128 },
      ],
    };
    const [signal] = signalsOf(facts(now, NOTHING_KNOWN));
    expect(signal).toMatchObject({
      kind: 'NEW_MISMATCH',
      urgency: 315,
      en: 'new difference: budget versus contracts (-30.0%) (+ 1 more)',
      nl: 'nieuw verschil: begroting versus contracten (-30,0%) (+ 1 andere)',
    });
    expect(signal?.evidence).toHaveLength(2);
  });

  it('a new mismatch is told with its aspect, and with no more decimals than are kept', () => {
    const result = (share: number, verdict: Verdict) => ({
      ...NOTHING_KNOWN,
      mismatches: [{ kind: 'FORECAST_VS_BUDGET' as const, aspect: 'RESULT' as const, verdict, share }],
    });
    expect(signalsOf(facts(result(0.1 + 0.2, 'ABOVE'), result(1 / 30, 'WITHIN_TOLERANCE')))).toMatchObject([
      {
        en: 'new difference: forecast versus budget, result (30.0%)',
        nl: 'nieuw verschil: prognose versus begroting, resultaat (30,0%)',
        evidence: [{ name: 'FORECAST_VS_BUDGET RESULT', value: 0.3, previous: 0.033333 }],
      },
    ]);
  });

  it('the provider foresees a risk, and did not before', () => {
    const foresees = (foreseesRisk: boolean | null) => ({ ...NOTHING_KNOWN, foreseesRisk });
    expect(kinds(facts(foresees(true), foresees(false)))).toEqual(['RISK_FORESEEN']);
    expect(kinds(facts(foresees(true), foresees(null)))).toEqual(['RISK_FORESEEN']);
    expect(kinds(facts(foresees(true), foresees(true)))).toEqual([]);
    expect(kinds(facts(foresees(null), foresees(false)))).toEqual([]);
  });

  it('contracts that came within six months of their end: only those that were not there before', () => {
    const ending = (...ids: string[]) => ({
      ...NOTHING_KNOWN,
      endingContracts: ids.map((id) => ({ id, annualValue: 250_000_00 })),
    });
    expect(said(facts(ending('a', 'b', 'c'), ending('a')))).toEqual([
      ['CONTRACT_ENDS', '2 contracts end within six months without a successor (€ 500,000 a year)'],
    ]);
    expect(kinds(facts(ending('a'), ending('a', 'b')))).toEqual([]);
  });

  it('a figure that cannot be right comes before one that hardly can, and is said once', () => {
    const finding = (code: string, severity: 'FLAG' | 'DO_NOT_COUNT') => ({
      code,
      severity,
      figures: [{ name: 'cash', value: -1 }],
      en: code,
      nl: code,
    });
    const now = { ...NOTHING_KNOWN, findings: [finding('ZERO', 'FLAG'), finding('NEGATIVE', 'DO_NOT_COUNT')] };
    expect(signalsOf(facts(now, NOTHING_KNOWN))).toMatchObject([{ urgency: 300, en: 'NEGATIVE (+ 1 more)' }]);
    expect(signalsOf(facts(now, now))).toEqual([]);
  });

  it.each([
    [{ actual: 0, foreseen: 0, other: 0 }, []],
    [{ actual: 0, foreseen: 0, other: 1 }, [[480, '1 new melding']]],
    [{ actual: 0, foreseen: 1, other: 2 }, [[580, '3 new meldingen: care is foreseen to stop']]],
    [
      { actual: 1, foreseen: 0, other: 1 },
      [
        [900, 'it was reported that care has stopped'],
        [480, '1 new melding'],
      ],
    ],
  ])('meldingen %j', (newMeldingen, expected) => {
    const given = { ...NO_MELDINGEN, ...newMeldingen };
    const found = signalsOf(facts(NOTHING_KNOWN, NOTHING_KNOWN, { newMeldingen: given }));
    expect(found.map(({ urgency, en }) => [urgency, en])).toEqual(expected);
  });

  it('that fall under meldingen say so, and a melding changes no other signal', () => {
    const given = facts(assessed(solvency(99n)), assessed({}));
    const more = signalsOf({ ...given, newMeldingen: { ...NO_MELDINGEN, actual: 1, foreseen: 2, other: 3 } });
    expect(more.filter(({ kind }) => SIGNAL_INFORMATION[kind] !== 'melding')).toEqual(signalsOf(given));
  });
});

describe('the day that a signal rests on', () => {
  const dayOf = (given: SignalFacts) => signalsOf(given).map(({ kind, asOf }) => [kind, asOf]);
  const due = (dueOn: string, periodEnd: string): DeliveryFact => ({
    ...{ uitvraag: 'regeling-jeugdwet-8g', periodStart: '2026-07-01', periodEnd, dueOn },
    ...{ submittedOn: null, version: 1 },
  });

  it('is the last day of the quarter for what is known of the quarter', () => {
    expect(dayOf(facts(assessed(solvency(99n)), assessed({})))).toEqual([['TREDE_UP_TWO', '2026-09-30']]);
  });

  it('is the day on which the last term of silence passed, whatever today is', () => {
    const deliveries = [due('2026-10-15', '2026-10-01'), due('2026-10-31', '2026-11-01')];
    for (const today of ['2026-11-18', '2026-11-25']) {
      const given = facts(NOTHING_KNOWN, NOTHING_KNOWN, { deliveries, today });
      expect(dayOf(given)).toEqual([['SILENCE', '2026-11-14']]);
    }
  });

  it('is the day of the last melding of its kind', () => {
    const newMeldingen = { actual: 1, foreseen: 1, other: 0, stoppedOn: '2026-11-02', othersOn: '2026-10-07' };
    expect(dayOf(facts(NOTHING_KNOWN, NOTHING_KNOWN, { newMeldingen }))).toEqual([
      ['CARE_STOPPED', '2026-11-02'],
      ['NEW_MELDING', '2026-10-07'],
    ]);
  });
});

describe('the order of urgency', () => {
  it('has a rule for every kind, and whole numbers', () => {
    expect(Object.keys(URGENCY).sort()).toEqual([...valuesOf(SIGNAL_KINDS)].sort());
  });

  it.each([
    ['care that stopped', 'CARE_STOPPED', 0, 'arriving on trede 5 in two steps', 'TREDE_UP_TWO', 5],
    ['arriving on trede 5', 'TREDE_UP', 5, 'two steps to trede 4', 'TREDE_UP_TWO', 4],
    ['two steps to trede 4', 'TREDE_UP_TWO', 4, 'one step to trede 4', 'TREDE_UP', 4],
    ['one step to trede 4', 'TREDE_UP', 4, 'a limit of trede 4', 'LIMIT_CROSSED', 4],
    ['silence of 60 days', 'SILENCE', 2, 'silence of 30 days', 'SILENCE', 1],
  ] as const)('%s comes before the next', (_, kind, gravity, __, other, less) => {
    expect(urgencyOf(kind as SignalKind, gravity)).toBeGreaterThan(urgencyOf(other as SignalKind, less));
  });
});

/** Anything that can be known of a quarter, in small numbers so that things coincide. */
const books = fc.constantFrom<Known>(
  {},
  solvency(199n),
  solvency(99n),
  solvency(-1n),
  { equity: null },
  { cash: 0n },
  { currentAssets: 0n },
  { overdueCreditors: 1n },
  { netResult: -HEALTHY_YEAR() },
  { cash: null, equity: 0n },
);
function HEALTHY_YEAR() {
  return (HEALTHY.revenue ?? 0n) * 2n;
}
const limits = fc.subarray(Object.keys(LIMITS) as LimitCode[], { maxLength: 3 });
const value = fc.double({ noNaN: false });
const known: fc.Arbitrary<KnownOfQuarter> = fc.record({
  figures: fc.record({ equity: fc.option(fc.integer()) }),
  assessment: fc.option(books.map((of) => assessed(of).assessment)).map((made) => made ?? null),
  indicators: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('solvency', 'sickness', 'contractsExpiring', 'deliveriesMissing'),
      value: fc.option(value),
      unit: fc.constantFrom('FRACTION' as const, 'DAYS' as const, 'COUNT' as const),
      crossed: limits,
      en: fc.constant('x'),
      nl: fc.constant('x'),
    }),
    { selector: ({ code }) => code },
  ),
  mismatches: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...valuesOf(MISMATCH_KINDS)),
      verdict: fc.constantFrom(...valuesOf(VERDICTS)),
      share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    }),
    { selector: ({ kind }) => kind },
  ),
  findings: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('NEGATIVE', 'ZERO'),
      severity: fc.constantFrom('FLAG' as const, 'DO_NOT_COUNT' as const),
      figures: fc.constant([{ name: 'cash', value: -1 }]),
      en: fc.constant('x'),
      nl: fc.constant('x'),
    }),
    { selector: ({ code }) => code },
  ),
  endingContracts: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), annualValue: fc.option(fc.nat()) }), {
    selector: ({ id }) => id,
  }),
  foreseesRisk: fc.option(fc.boolean()),
});
const shuffled = (one: KnownOfQuarter): KnownOfQuarter => ({
  ...one,
  mismatches: [...one.mismatches].reverse(),
  findings: [...one.findings].reverse(),
  endingContracts: [...one.endingContracts].reverse(),
  assessment: one.assessment && { ...one.assessment, criteria: [...one.assessment.criteria].reverse() },
});

describe('signals', () => {
  it('are none when nothing changed, whatever is known', () => {
    fc.assert(fc.property(known, (same) => expect(signalsOf(facts(same, same))).toEqual([])));
  });

  it('do not depend on the order of what is known', () => {
    fc.assert(
      fc.property(known, known, (now, before) => {
        expect(signalsOf(facts(shuffled(now), shuffled(before)))).toEqual(signalsOf(facts(now, before)));
      }),
    );
  });

  it('of one provider are few, each kind once but for limits, said in words, the most urgent first', () => {
    fc.assert(
      fc.property(known, fc.option(known), (now, before) => {
        const found = signalsOf(
          facts(now, before, { newMeldingen: { ...NO_MELDINGEN, actual: 1, foreseen: 1, other: 1 } }),
        );
        const limitsTold = found.filter(({ kind }) => kind === 'LIMIT_CROSSED');
        expect(limitsTold.length).toBeLessThanOrEqual(4);
        const others = found.filter(({ kind }) => kind !== 'LIMIT_CROSSED').map(({ kind }) => kind);
        expect(new Set(others).size).toBe(others.length);
        expect(others.filter((kind) => /^TREDE_|^BECAME_/.test(kind)).length).toBeLessThanOrEqual(1);
        for (const { en, nl, urgency, evidence } of found) {
          expect(`${en}${nl}`).not.toMatch(/undefined|null|\{|\}|\n/);
          expect(Number.isInteger(urgency)).toBe(true);
          expect(evidence.length).toBeGreaterThan(0);
        }
        const urgencies = found.map(({ urgency }) => urgency);
        expect(urgencies).toEqual([...urgencies].sort((a, b) => b - a));
        expect(inOrder([...found].reverse())).toEqual(found);
      }),
    );
  });

  it('never repeat a term of silence over quarters that follow each other', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000));
    const dueOn = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(dueOn, (due) => {
        const deliveries = [
          {
            uitvraag: 'u',
            periodStart: '2025-10-01',
            periodEnd: '2026-01-01',
            dueOn: due,
            submittedOn: null,
            version: 1,
          },
        ];
        const starts = [
          '2026-01-01',
          '2026-04-01',
          '2026-07-01',
          '2026-10-01',
          '2027-01-01',
          '2027-04-01',
          '2027-07-01',
        ];
        const told = starts.slice(0, -1).flatMap((since, at) => {
          const next = Date.parse(starts[at + 1] as string) - 86_400_000;
          const today = new Date(next).toISOString().slice(0, 10);
          return signalsOf(facts(NOTHING_KNOWN, NOTHING_KNOWN, { deliveries, since, today })).map(
            ({ urgency }) => urgency,
          );
        });
        expect(new Set(told).size).toBe(told.length);
        expect(told.at(-1)).toBe(550);
      }),
    );
  });

  it('of a provider that is not assessable any more outrank those of one that got a little worse', () => {
    const lost = signalsOf(facts(unassessable, assessed({})))[0]?.urgency ?? 0;
    const worse = signalsOf(facts(assessed(solvency(199n)), assessed({ cash: 0n })))[0]?.urgency ?? 0;
    expect(lost).toBeGreaterThan(worse);
  });
});
