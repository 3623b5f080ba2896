import fc from 'fast-check';
import { FIGURE_NAMES, quarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { CRITERIA } from '../../../src/domain/ladder/criteria';
import { RATIO_CODES, ratioOf } from '../../../src/domain/ratios';
import { SCORECARD_1 } from '../../../src/domain/scorecard';
import { type Allowed, allowance } from '../../../src/domain/uitvraag/allows';
import { inForceOn } from '../../../src/domain/uitvraag/definition';
import { FIGURE_ITEMS, itemFor } from '../../../src/domain/uitvraag/items';
import { HEALTHY, healthyBut, NOW } from '../healthy';
import { BIJLAGE_4, next, REGELING_8G, stock } from './real';

const codes = (all: readonly Allowed[], assessability: Allowed['assessability']) =>
  all.filter((allowed) => allowed.assessability === assessability).map(({ code }) => code);
const find = (all: readonly Allowed[], code: string) => all.find((allowed) => allowed.code === code);

describe('Regeling Jeugdwet 8g alone', () => {
  const { criteria, ratios, indicators, tredeOne, riskClass } = allowance(inForceOn([REGELING_8G], NOW));

  it('lets one criterion of the ladder be judged, the days of cash: so nobody can be trede 1', () => {
    expect(codes(criteria, 'ASSESSABLE')).toEqual(['DAYS_CASH_PRESSURE']);
    expect(codes(criteria, 'IF_GIVEN')).toEqual([]);
    expect(codes(criteria, 'NOT_ASSESSABLE')).toHaveLength(CRITERIA.length - 1);
    expect(tredeOne).toBe('NOT_ASSESSABLE');
  });

  it('lets no loss be judged: the operating result (b4) is not the net result', () => {
    expect(REGELING_8G.items.find(({ code }) => code === 'b4')?.figureItem).toBe('operational_result');
    expect(find(criteria, 'LOSS')).toEqual({
      kind: 'CRITERION',
      code: 'LOSS',
      assessability: 'NOT_ASSESSABLE',
      lacking: [
        {
          item: 'net_result',
          reason: 'NOT_ASKED',
          en: 'net result of the year to date',
          nl: 'nettoresultaat tot en met het kwartaal',
        },
      ],
      en: 'criterion “the year so far is loss-making”: cannot be assessed; not asked: net result of the year to date',
      nl: 'criterium “het jaar is tot nu toe verlieslatend”: niet te beoordelen; niet gevraagd: nettoresultaat tot en met het kwartaal',
    });
  });

  it('lets neither solvency, nor the current ratio, nor overdue creditors be judged, and names what is not asked', () => {
    const lacking = (code: string) => find(criteria, code)?.lacking.map(({ item }) => item);
    expect(lacking('SOLVENCY_PROBLEMATIC')).toEqual(['equity', 'balance_total']);
    expect(lacking('EQUITY_NEGATIVE')).toEqual(['equity']);
    expect(lacking('CURRENT_RATIO_ARREARS')).toEqual(['current_assets', 'current_liabilities']);
    expect(lacking('CREDITORS_OVERDUE')).toEqual(['overdue_creditors']);
    expect(find(criteria, 'SOLVENCY_PROBLEMATIC')?.nl).toBe(
      'criterium “de solvabiliteit ligt onder 10%”: niet te beoordelen; niet gevraagd: eigen vermogen en balanstotaal',
    );
  });

  it('lets five of nine ratios and five of nine indicators be assessed, so that a class is given', () => {
    const five = ['daysCash', 'pnilRatio', 'nonBillableShare', 'youthShare', 'budgetRealisation'];
    expect(codes(ratios, 'ASSESSABLE')).toEqual(five);
    expect(codes(indicators, 'ASSESSABLE')).toEqual([...five.filter((code) => code !== 'youthShare'), 'foreseesRisk']);
    expect(riskClass).toBe('ASSESSABLE');
  });
});

describe('Bijlage 4 alone', () => {
  const { criteria, ratios, indicators, tredeOne, riskClass } = allowance(inForceOn([BIJLAGE_4], NOW));

  it('lets every criterion be judged, but the days of cash only of who gives its costs', () => {
    expect(codes(criteria, 'NOT_ASSESSABLE')).toEqual([]);
    expect(codes(criteria, 'IF_GIVEN')).toEqual(['DAYS_CASH_PRESSURE']);
    expect(find(criteria, 'DAYS_CASH_PRESSURE')?.lacking.map(({ item, reason }) => `${item} ${reason}`)).toEqual([
      'employed_staff_costs VOLUNTARY',
      'hired_staff_costs VOLUNTARY',
      'other_costs VOLUNTARY',
    ]);
    expect([tredeOne, riskClass]).toEqual(['IF_GIVEN', 'ASSESSABLE']);
  });

  it('does not ask for the non-billable production', () => {
    expect(codes(ratios, 'NOT_ASSESSABLE')).toEqual(['nonBillableShare']);
    expect(codes(ratios, 'IF_GIVEN')).toEqual(['daysCash', 'pnilRatio']);
    expect(codes(indicators, 'NOT_ASSESSABLE')).toEqual(['nonBillableShare']);
  });
});

describe('both together', () => {
  it('let everything be assessed: what one leaves to choice, the other requires', () => {
    const { definitions, criteria, ratios, indicators, tredeOne } = allowance(inForceOn([BIJLAGE_4, REGELING_8G], NOW));
    expect(definitions).toEqual(['convenant-bijlage-4 1', 'regeling-jeugdwet-8g 1']);
    for (const all of [criteria, ratios, indicators]) expect(codes(all, 'ASSESSABLE')).toHaveLength(all.length);
    expect(tredeOne).toBe('ASSESSABLE');
  });

  it('were not in force together before 2026', () => {
    expect(allowance(inForceOn([BIJLAGE_4, REGELING_8G], '2025-12-31')).definitions).toEqual(['convenant-bijlage-4 1']);
    expect(allowance(inForceOn([BIJLAGE_4, REGELING_8G], '2021-12-31')).tredeOne).toBe('NOT_ASSESSABLE');
  });

  it('ask municipalities for no figure of a provider', () => {
    const { criteria } = allowance(inForceOn([BIJLAGE_4, REGELING_8G], NOW), 'MUNICIPALITY');
    expect(codes(criteria, 'NOT_ASSESSABLE')).toHaveLength(CRITERIA.length);
  });
});

describe('the definitions in force', () => {
  const second = { ...BIJLAGE_4, version: 2, validFrom: '2026-07-01' };
  it.each([
    ['the first version until the second', '2026-06-30', [1]],
    ['the second from its first day', '2026-07-01', [2]],
    ['none before the first', '2021-12-31', []],
  ])('are %s', (_, day, versions) => {
    expect(inForceOn([second, BIJLAGE_4], day).map(({ version }) => version)).toEqual(versions);
  });

  it('end before their last day: a period is half-open', () => {
    const ended = { ...BIJLAGE_4, validTo: '2026-07-01' };
    expect(inForceOn([ended], '2026-06-30')).toHaveLength(1);
    expect(inForceOn([ended], '2026-07-01')).toHaveLength(0);
  });
});

describe('an item in another form', () => {
  it.each([
    ['once a year', { frequency: 'YEAR' } as const, 'every year for the period alone in euro cents'],
    ['from 1 January', { isCumulative: true }, 'every quarter from 1 January in euro cents'],
    ['as a fraction', { unit: 'FRACTION' } as const, 'every quarter for the period alone as a fraction'],
  ])('asked %s cannot be read as equity at the end of the quarter, and says so', (_, form, says) => {
    const { criteria } = allowance([next(BIJLAGE_4, { 'A2.6': form })]);
    const needed = 'every quarter for the period alone in euro cents';
    expect(find(criteria, 'EQUITY_NEGATIVE')).toMatchObject({
      assessability: 'NOT_ASSESSABLE',
      lacking: [{ item: 'equity', reason: 'OTHER_FORM', en: `equity (${says}, and needed ${needed})` }],
    });
  });

  it('does no harm when another item asks it in the right form', () => {
    const twice = next(BIJLAGE_4, { 'A2.6': { frequency: 'YEAR' } }, stock('P1', 'equity'));
    expect(find(allowance([twice]).criteria, 'EQUITY_NEGATIVE')?.assessability).toBe('ASSESSABLE');
  });
});

/** A definition that asks for some figures only. */
const asked = fc.subarray([...FIGURE_NAMES]);
const asking = (names: readonly (typeof FIGURE_NAMES)[number][]) => ({
  ...BIJLAGE_4,
  items: names.map((name) => ({ ...stock(name, ''), ...itemFor(name), figureItem: FIGURE_ITEMS[name][0] })),
});

describe('what is said to be assessable', () => {
  it('is: from a healthy history with only those figures each such criterion and ratio is known, and no other', () => {
    fc.assert(
      fc.property(asked, (names) => {
        const { criteria, ratios, tredeOne } = allowance([asking(names)]);
        const items = new Set<string>(names.map((name) => FIGURE_ITEMS[name][0]));
        const known = FIGURE_NAMES.filter((name) => items.has(FIGURE_ITEMS[name][0]));
        const delivered = Object.fromEntries(known.map((name) => [name, HEALTHY[name] ?? null]));
        const history = healthyBut().map(({ quarter }) => quarterFigures(quarter, delivered));
        const judged = assess(history, NOW);
        for (const [at, { assessability }] of criteria.entries()) {
          expect(judged.criteria[at]?.holds !== null).toBe(assessability === 'ASSESSABLE');
        }
        for (const [at, code] of RATIO_CODES.entries()) {
          const isKnown = ratioOf(code, quarterFigures(NOW, delivered)) !== null;
          expect(isKnown).toBe(ratios[at]?.assessability === 'ASSESSABLE');
        }
        expect(judged.trede).toBe(tredeOne === 'ASSESSABLE' ? 1 : null);
      }),
    );
  });

  it('never becomes less by asking more, nor by requiring it', () => {
    fc.assert(
      fc.property(asked, asked, fc.boolean(), (some, more, isRequired) => {
        const items = asking(more).items.map((item) => ({ ...item, isRequired }));
        const before = allowance([asking(some)]);
        const after = allowance([asking(some), { ...BIJLAGE_4, key: 'pilot', items }]);
        const rank = { NOT_ASSESSABLE: 0, IF_GIVEN: 1, ASSESSABLE: 2 };
        for (const lens of ['criteria', 'ratios', 'indicators'] as const) {
          for (const [at, { assessability }] of before[lens].entries()) {
            expect(rank[after[lens][at]?.assessability ?? 'NOT_ASSESSABLE']).toBeGreaterThanOrEqual(
              rank[assessability],
            );
          }
        }
        expect(rank[after.riskClass]).toBeGreaterThanOrEqual(rank[before.riskClass]);
      }),
    );
  });

  it('has a class from half of the indicators', () => {
    const withFirst = (count: number) =>
      allowance([BIJLAGE_4], 'PROVIDER', {
        ...SCORECARD_1,
        indicators: [
          ...SCORECARD_1.indicators.filter((one) => 'ratio' in one && one.ratio === 'solvency'),
          ...Array.from({ length: count }, () =>
            SCORECARD_1.indicators.filter((one) => 'ratio' in one && one.ratio === 'nonBillableShare'),
          ).flat(),
        ],
      }).riskClass;
    expect([withFirst(1), withFirst(2)]).toEqual(['ASSESSABLE', 'NOT_ASSESSABLE']);
  });
});
