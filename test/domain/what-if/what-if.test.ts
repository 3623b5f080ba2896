import fc from 'fast-check';
import { FIGURE_NAMES, type FigureName, quarterFigures } from '../../../src/domain/figures';
import { assess } from '../../../src/domain/ladder/assess';
import { ladderWith } from '../../../src/domain/ladder/ladder';
import { fraction } from '../../../src/domain/ratio';
import { type Changes, whatIf } from '../../../src/domain/what-if/what-if';
import { healthyBut, NOW } from '../healthy';

describe('what if', () => {
  it('a figure is replaced: the ratios and the trede of the quarter follow, beside the present ones', () => {
    const found = whatIf(healthyBut(), NOW, { equity: { to: 150_000_00n } });
    expect(found.figures).toEqual([{ figure: 'equity', before: 300_000_00n, after: 150_000_00n }]);
    expect([found.present.ratios.solvency, found.supposed.ratios.solvency]).toEqual([0.3, 0.15]);
    expect([found.present.assessment.trede, found.supposed.assessment.trede]).toEqual([1, 3]);
    expect(found.criteria).toEqual([
      {
        code: 'SOLVENCY_WORRYING',
        trede: 3,
        before: false,
        after: true,
        en: 'solvency is below 20%',
        nl: 'de solvabiliteit ligt onder 20%',
      },
    ]);
    expect([found.en, found.nl]).toEqual(['trede 1 becomes trede 3', 'trede 1 wordt trede 3']);
  });

  it.each([
    ['a third lower is exactly 20 %: trede 1', fraction(-1n, 3n), 200_000_00n, 1],
    ['34 % lower is below 20 %: trede 3', fraction(-34n, 100n), 198_000_00n, 3],
    ['the whole of it is 0: trede 4', fraction(-1n), 0n, 4],
    ['twice of it is negative: trede 5', fraction(-2n), -300_000_00n, 5],
    ['nothing of it changes nothing', fraction(0n), 300_000_00n, 1],
  ])('equity shifts: %s', (_, by, after, trede) => {
    const found = whatIf(healthyBut(), NOW, { equity: { by } });
    expect(found.figures[0]?.after).toBe(after);
    expect(found.supposed.assessment.trede).toBe(trede);
  });

  it('the class on the scorecard follows as well', () => {
    const found = whatIf(healthyBut(), NOW, { equity: { to: -100_000_00n }, cash: { to: 0n }, netResult: { to: -1n } });
    expect([found.present.riskClass, found.supposed.riskClass]).toEqual(['MIDDLE', 'HIGH']);
  });

  it('what nobody would believe in a delivery is said: it would not count', () => {
    const found = whatIf(healthyBut(), NOW, { equity: { to: 1_000_001_00n } });
    expect(found.notes.at(-1)?.en).toBe(
      'Delivered like this it would not count, because it cannot be right: equity (€ 1,000,001) is above balance total (€ 1,000,000), of which it is a part.',
    );
    expect(whatIf(healthyBut(), NOW, { equity: { to: 1_000_000_00n } }).notes).toHaveLength(1);
  });

  it('a supposed figure is an estimate no longer, and others stay what they were', () => {
    const sources = { equity: 'ESTIMATE', balanceTotal: 'DIGIMV' } as const;
    const found = whatIf(healthyBut({ sources }), NOW, { equity: { to: 50_000_00n } });
    const sourceOf = (of: typeof found.present) =>
      of.assessment.criteria.find((one) => one.figure === 'solvency')?.source;
    expect([sourceOf(found.present), sourceOf(found.supposed)]).toEqual(['ESTIMATE', 'DIGIMV']);
  });

  it('a figure had not been delivered: what depends on it is not assessable, never "no risk"', () => {
    const found = whatIf(healthyBut(), NOW, { equity: { to: null } });
    expect(found.supposed.ratios.solvency).toBeNull();
    expect(found.en).toBe('trede 1 becomes not assessable');
    expect(found.criteria.every(({ after }) => after === null)).toBe(true);
  });

  it('an unknown figure shifts: it stays unknown, and that is said', () => {
    const found = whatIf(healthyBut({ cash: null }), NOW, { cash: { by: fraction(1n) } });
    expect(found.figures[0]?.after).toBeNull();
    expect(found.notes.at(-1)).toEqual({
      en: 'A figure that is not known cannot be shifted and stays unknown: cash.',
      nl: 'Een cijfer dat niet bekend is, kan niet verschuiven en blijft onbekend: liquide middelen.',
    });
  });

  it('the quarter alone changes: a year to date that was delivered stays, and that is said', () => {
    const history = healthyBut({ yearToDateResult: 60_000_00n });
    const found = whatIf(history, NOW, { netResult: { to: -900_000_00n } });
    expect(found.supposed.assessment.trede).toBe(1);
    expect(found.notes).toHaveLength(2);
    const both = { netResult: { to: -900_000_00n }, yearToDateResult: { to: -860_000_00n } };
    expect(whatIf(history, NOW, both)).toMatchObject({ supposed: { assessment: { trede: 4 } }, notes: [{}] });
  });

  it('a quarter is supposed that was not delivered', () => {
    const found = whatIf([], NOW, { equity: { to: -1n } });
    expect(found.en).toBe('not assessable becomes trede 5');
  });

  it('another ladder is asked', () => {
    const strict = ladderWith('strict', { DAYS_CASH_PRESSURE: fraction(90n) });
    expect(whatIf(healthyBut(), NOW, {}, strict).en).toBe('trede 3 stays trede 3');
  });

  const amount = fc.option(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }));
  const change = fc.oneof(
    amount.map((to) => ({ to })),
    fc
      .tuple(fc.bigInt({ min: -500n, max: 500n }), fc.bigInt({ min: 1n, max: 100n }))
      .map(([a, b]) => ({ by: fraction(a, b) })),
  );
  const changes = fc.dictionary(fc.constantFrom<FigureName>(...FIGURE_NAMES), change) as fc.Arbitrary<Changes>;

  it('gives what the ladder gives for the changed books, leaves the given ones alone, and never breaks', () => {
    fc.assert(
      fc.property(changes, (asked) => {
        const history = healthyBut();
        const found = whatIf(history, NOW, asked);
        expect(history).toEqual(healthyBut());
        const other = Object.fromEntries(found.figures.map(({ figure, after }) => [figure, after]));
        const now = { ...(history.at(-1) ?? quarterFigures(NOW)), ...other };
        expect(found.supposed.assessment).toEqual(assess([...history.slice(0, -1), now], NOW));
        expect(found.criteria.length > 0 || found.present.assessment.trede === found.supposed.assessment.trede).toBe(
          true,
        );
      }),
    );
  });

  it('changes nothing when nothing is supposed', () => {
    const found = whatIf(healthyBut({ equity: 1n }), NOW, {});
    expect(found.supposed).toEqual(found.present);
    expect(found.criteria).toEqual([]);
  });
});
