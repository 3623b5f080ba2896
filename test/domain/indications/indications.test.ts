import fc from 'fast-check';
import type { QuarterFigures } from '../../../src/domain/figures';
import { indicationsOf, type Pointing } from '../../../src/domain/indications';
import { causeOfMelding, FALLEN, INDICATION_RULES } from '../../../src/domain/indications/causes';
import { INDICATORS, indicatorsOf } from '../../../src/domain/indicators';
import { assess } from '../../../src/domain/ladder/assess';
import { CODE_OF_LIMIT, type LimitCode } from '../../../src/domain/limits';
import { MODELS } from '../../../src/domain/models';
import { MELDING_REASONS, type MeldingReason, valuesOf } from '../../../src/domain/vocabulary';
import { NOW } from '../healthy';
import { TODAY, whole } from '../indicators/whole';
import { incomplete } from '../properties/arbitrary';

const seen = (code: string, value: number | null, more: Partial<Pointing> = {}): Pointing => ({
  ...{ code, value, previous: null, crossed: [] },
  ...more,
});
const causes = (indicators: readonly Pointing[], foreseesRisk: boolean | null = null) =>
  indicationsOf(indicators, foreseesRisk).map(({ cause }) => cause);

describe('An indication', () => {
  it.each([
    ['contractsExpiring', 'ASSIGNMENTS_LOST'],
    ['contractsShort', 'ASSIGNMENTS_LOST'],
    ['largestClient', 'ASSIGNMENTS_LOST'],
    ['herfindahl', 'ASSIGNMENTS_LOST'],
    ['bedOccupancy', 'FLOW_FALLING'],
    ['nonBillableShare', 'UNVALIDATED_PRODUCTION'],
    ['pnilRatio', 'STAFFING'],
    ['sickness', 'STAFFING'],
    ['staffOutflow', 'STAFFING'],
    ['vacancies', 'STAFFING'],
    ['occupancyPrimary', 'STAFFING'],
    ['occupancyTotal', 'STAFFING'],
  ])('is read from %s when it is past a limit: %s', (code, cause) => {
    const limit = INDICATORS.find((indicator) => indicator.code === code)?.thresholds[0];
    const crossed = [CODE_OF_LIMIT.get(limit as never) as LimitCode];
    expect(causes([seen(code, 0.5, { crossed })])).toEqual([cause]);
    expect(causes([seen(code, 0.5)])).toEqual([]);
    expect(causes([seen(code, null)])).toEqual([]);
  });

  it.each([
    [79, 100, true],
    [80, 100, false],
    [81, 100, false],
    [0, 1, true],
    [0, 0, false],
    [28, 35, false],
    [27, 35, true],
  ])('of a flow of %i after %i a year before is read when it is less than four fifths', (value, previous, isRead) => {
    for (const code of ['careInflow', 'careOutflow']) {
      expect(causes([seen(code, value, { previous })])).toEqual(isRead ? ['FLOW_FALLING'] : []);
    }
    expect([FALLEN.numerator, FALLEN.denominator]).toEqual([80n, 100n]);
  });

  it('is not read from a flow of which this year or the year before is unknown', () => {
    expect(causes([seen('careInflow', 10)])).toEqual([]);
    expect(causes([seen('careInflow', null, { previous: 10 })])).toEqual([]);
  });

  it.each([
    [true, ['OWN_EXPECTATION']],
    [false, []],
    [null, []],
  ])('of the own expectation is read when the answer is %p: %j', (foreseesRisk, expected) => {
    expect(causes([], foreseesRisk)).toEqual(expected);
  });

  it('is not read from money: that is what the ladder is for', () => {
    const beyond = ['solvency', 'profitability', 'currentRatio', 'daysCash', 'liquidityForecast'];
    expect(causes(beyond.map((code) => seen(code, -1, { crossed: ['solvencyWorrying'] })))).toEqual([]);
  });

  it('comes with the value, in the words of the rule, in the order of the rules', () => {
    const crossed: LimitCode[] = ['sicknessHigh'];
    const found = indicationsOf([seen('sickness', 0.12, { crossed }), seen('careInflow', 1, { previous: 9 })], true);
    expect(found.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['foreseesRisk', 1],
      ['careInflow', 1],
      ['sickness', 0.12],
    ]);
    expect(found[1]).toMatchObject({
      en: 'inflow is less than 80% of a year before',
      nl: 'de instroom is minder dan 80% van een jaar eerder',
    });
  });

  it('has a rule for one sign of each indicator: past a limit where there is one, fallen where neither way is better', () => {
    const codes = INDICATION_RULES.map(({ indicator }) => indicator);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { indicator, sign } of INDICATION_RULES) {
      const definition = INDICATORS.find(({ code }) => code === indicator);
      if (sign === 'YES') expect(definition).toBeUndefined();
      else expect(definition?.thresholds.length).toBeGreaterThan(sign === 'BEYOND' ? 0 : -1);
      if (sign === 'FALLEN') expect(definition?.comparesWith).toBe('SAME_PERIOD_LAST_YEAR');
    }
  });
});

describe('A melding', () => {
  it.each(valuesOf(MELDING_REASONS).map((reason) => [reason, reason === 'BOARD_CHANGE' ? 'BOARD_LOST' : null]))(
    'for the reason %s points at %s',
    (reason, cause) => expect(causeOfMelding(reason as MeldingReason, null)).toBe(cause),
  );

  it('that care stops points at closing, whether it is foreseen or has happened', () => {
    expect(causeOfMelding('CARE_CHANGE', 'FORESEEN')).toBe('CLOSING');
    expect(causeOfMelding('CONTINUITY', 'ACTUAL')).toBe('CLOSING');
  });
});

describe('Indications beside the trede', () => {
  /** Everything that only indications are read from, as bad as it can be. */
  const asBadAsCanBe = (figures: QuarterFigures): QuarterFigures => ({
    ...figures,
    foreseesRisk: true,
    nonBillableProduction: 10n ** 9n,
    openInvoices: 10n ** 9n,
    declaredProduction: 0n,
  });

  it.each(MODELS)('never change it: what they are read from, the ladder of $version does not look at', ({ ladder }) => {
    fc.assert(
      fc.property(incomplete, (history) => {
        const worse = history.map(asBadAsCanBe);
        const pointing = indicatorsOf({ ...whole(), quarters: worse }, NOW, TODAY);
        expect(indicationsOf(pointing, true).map(({ cause }) => cause)).toEqual(
          expect.arrayContaining(['OWN_EXPECTATION']),
        );
        expect(assess(worse, NOW, ladder)).toEqual(assess(history, NOW, ladder));
      }),
      { numRuns: 60 },
    );
  });

  it('are none when nothing is known', () => {
    expect(indicationsOf([], null)).toEqual([]);
  });
});
