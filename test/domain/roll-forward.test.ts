import fc from 'fast-check';
import { type QuarterFigures, quarterFigures } from '../../src/domain/figures';
import { assess } from '../../src/domain/ladder/assess';
import { quarterIndex, quartersBetween } from '../../src/domain/period';
import { ROLL_FORWARD_QUARTERS_MAX, rollForward } from '../../src/domain/roll-forward';
import { healthyBut, NOW, times } from './healthy';

const Q4 = '2025-10-01';
const [, Q1, Q2, Q3] = quartersBetween(Q4, NOW) as [string, string, string, string];
const accounts = { equity: 'DIGIMV', balanceTotal: 'DIGIMV' } as const;
const yearEnd = quarterFigures(Q4, { equity: 300n, balanceTotal: 1_000n, sources: accounts });

const at = (quarter: string, history: readonly QuarterFigures[]) =>
  history.find((figures) => figures.quarter === quarter);
const why = (history: readonly QuarterFigures[], quarter: string, figure = 'equity') =>
  rollForward(history).notEstimated.find((failed) => failed.quarter === quarter && failed.figure === figure);

describe('a roll-forward', () => {
  it('adds the results since to the last known equity, flags the estimate, and shows what it added', () => {
    const history = [yearEnd, quarterFigures(Q1, { netResult: 20n }), quarterFigures(Q2, { netResult: -50n })];
    const { quarters, estimates } = rollForward(history);
    expect(at(Q2, quarters)).toMatchObject({ equity: 270n, sources: { equity: 'ESTIMATE', balanceTotal: 'ESTIMATE' } });
    expect(estimates.find(({ quarter, figure }) => quarter === Q2 && figure === 'equity')?.inputs).toEqual([
      { name: 'equity', value: 300, period: '2025Q4', source: 'DIGIMV' },
      { name: 'netResult', value: 20, period: '2026Q1', source: 'DELIVERY' },
      { name: 'netResult', value: -50, period: '2026Q2', source: 'DELIVERY' },
    ]);
  });

  it('takes a profit to stay on the balance and a loss to be borrowed: of the two the lower solvency', () => {
    const grown = (netResult: bigint) => at(Q1, rollForward([yearEnd, quarterFigures(Q1, { netResult })]).quarters);
    expect(grown(20n)).toMatchObject({ equity: 320n, balanceTotal: 1_020n });
    expect(grown(-50n)).toMatchObject({ equity: 250n, balanceTotal: 1_000n });
  });

  it('shows for a balance total the last one, equity then and equity now', () => {
    const { estimates } = rollForward([yearEnd, quarterFigures(Q1, { netResult: 20n })]);
    expect(estimates.find(({ figure }) => figure === 'balanceTotal')?.inputs).toEqual([
      { name: 'balanceTotal', value: 1_000, period: '2025Q4', source: 'DIGIMV' },
      { name: 'equity', value: 300, period: '2025Q4', source: 'DIGIMV' },
      { name: 'equity', value: 320, period: '2026Q1', source: 'ESTIMATE' },
    ]);
  });

  it('estimates a balance total from equity that was delivered as well', () => {
    const { quarters, estimates } = rollForward([yearEnd, quarterFigures(Q1, { equity: 400n })]);
    expect(at(Q1, quarters)).toMatchObject({ balanceTotal: 1_100n, sources: { balanceTotal: 'ESTIMATE' } });
    expect(estimates).toHaveLength(1);
  });

  it('lets a delivered figure win, and starts again from it', () => {
    const history = [
      yearEnd,
      quarterFigures(Q1, { equity: 77n, netResult: 20n }),
      quarterFigures(Q2, { netResult: 3n }),
    ];
    const { quarters } = rollForward(history);
    expect(at(Q1, quarters)).toMatchObject({ equity: 77n });
    expect(at(Q1, quarters)?.sources?.equity).toBeUndefined();
    expect(at(Q2, quarters)?.equity).toBe(80n);
  });

  it.each([
    ['is unknown', [quarterFigures(Q1, { netResult: 20n }), quarterFigures(Q2), quarterFigures(Q3, { netResult: 1n })]],
    ['has no row', [quarterFigures(Q1, { netResult: 20n }), quarterFigures(Q3, { netResult: 1n })]],
  ])('stops at a quarter of which the result %s, and names it', (_, since) => {
    const history = [yearEnd, ...since];
    expect(at(Q1, rollForward(history).quarters)?.equity).toBe(320n);
    expect(at(Q3, rollForward(history).quarters)).toMatchObject({ equity: null, balanceTotal: null });
    expect(why(history, Q3)).toEqual({
      quarter: Q3,
      figure: 'equity',
      reason: 'GAP',
      missing: ['netResult 2026Q2'],
      en: 'equity was last known for 2025Q4, and what is needed since is unknown: net result of the quarter (2026Q2)',
      nl: 'eigen vermogen: voor het laatst bekend over 2025Q4, en wat sindsdien nodig is, is onbekend: nettoresultaat van het kwartaal (2026Q2)',
    });
    expect(why(history, Q3, 'balanceTotal')).toMatchObject({ reason: 'GAP', missing: ['equity 2026Q3'] });
  });

  it('goes on after a gap that a later year-to-date result covers', () => {
    const history = [
      yearEnd,
      quarterFigures(Q1),
      quarterFigures(Q2, { yearToDateResult: -30n }),
      quarterFigures(Q3, { netResult: 5n }),
    ];
    const { quarters, estimates } = rollForward(history);
    expect(quarters.map(({ equity }) => equity)).toEqual([300n, null, 270n, 275n]);
    expect(estimates.at(-2)?.inputs.map(({ name }) => name)).toEqual(['equity', 'yearToDateResult', 'netResult']);
  });

  it('does not add a year-to-date result to an equity that is known since 1 January', () => {
    const history = [
      yearEnd,
      quarterFigures(Q1, { equity: 310n }),
      quarterFigures(Q2),
      quarterFigures(Q3, { yearToDateResult: 9n }),
    ];
    expect(at(Q3, rollForward(history).quarters)?.equity).toBeNull();
  });

  it('takes the operating result where the net result was not asked (8g), and says so', () => {
    const history = [yearEnd, quarterFigures(Q1), quarterFigures(Q2, { netResult: 1n })];
    const operationalResults = [
      { quarter: Q1, value: -40n },
      { quarter: Q2, value: 999n },
    ];
    const { quarters, estimates } = rollForward(history, { operationalResults });
    expect(quarters.map(({ equity }) => equity)).toEqual([300n, 260n, 261n]);
    expect(estimates[0]?.inputs[1]).toEqual({
      name: 'operationalResult',
      value: -40,
      period: '2026Q1',
      source: 'DELIVERY',
    });
  });

  it('lasts six quarters after the last known figure, and not a seventh', () => {
    const history = healthyBut(...times(7, { equity: null, balanceTotal: null }));
    const { quarters } = rollForward(history);
    expect(quarters.slice(-8).map(({ equity }) => equity !== null)).toEqual([...times(7, {}).map(() => true), false]);
    expect(why(history, NOW)).toMatchObject({
      reason: 'TOO_LONG_AGO',
      missing: ['equity 2026Q3'],
      en: `equity was last known for 2024Q4, more than ${ROLL_FORWARD_QUARTERS_MAX} quarters before`,
    });
    expect(why(history, NOW, 'balanceTotal')?.reason).toBe('TOO_LONG_AGO');
    expect(at(NOW, rollForward(history, { quartersMax: 7 }).quarters)?.equity).toBe(440_000_00n);
  });

  it('has nothing to start from before the first known equity', () => {
    expect(why([quarterFigures(Q1, { netResult: 1n })], Q1)).toMatchObject({
      reason: 'NEVER_KNOWN',
      missing: ['equity 2026Q1'],
      nl: 'eigen vermogen: nooit eerder bekend',
    });
  });

  it('does not build on an estimate that was given: it is made afresh, or taken away', () => {
    const stale = { equity: 1n, balanceTotal: 2n, sources: { equity: 'ESTIMATE', balanceTotal: 'ESTIMATE' } } as const;
    const { quarters } = rollForward([
      quarterFigures('2025-07-01', stale),
      yearEnd,
      quarterFigures(Q1, { ...stale, netResult: 5n }),
    ]);
    expect(quarters[0]).toEqual(quarterFigures('2025-07-01'));
    expect(quarters[2]).toMatchObject({ equity: 305n, balanceTotal: 1_005n });
  });

  it('lets solvency be judged, with its source, where silence could not', () => {
    const history = healthyBut({ equity: null, balanceTotal: null });
    expect(assess(history, NOW).trede).toBeNull();
    const judged = assess(rollForward(history).quarters, NOW);
    expect(judged.trede).toBe(1);
    expect(judged.criteria.find(({ code }) => code === 'SOLVENCY_WORRYING')?.source).toBe('ESTIMATE');
  });

  it('does not have the same quarter twice', () => {
    expect(() => rollForward([yearEnd, yearEnd])).toThrow(RangeError);
  });
});

/** Books of which the balance follows from the results alone: debts stay equal after a profit, and take a loss. */
const quarters = quartersBetween('2024-04-01', NOW);
const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const truth = fc
  .record({ start: amount, debts: amount, results: fc.tuple(...quarters.map(() => amount)) })
  .map(({ start, debts, results }): QuarterFigures[] => {
    let equity = start;
    return quarters.map((quarter, place) => {
      const netResult = results[place] ?? 0n;
      equity += place === 0 ? 0n : netResult;
      const rise = equity - start;
      return quarterFigures(quarter, { netResult, equity, balanceTotal: debts + start + (rise > 0n ? rise : 0n) });
    });
  });
/** The balance is known at the start, and again wherever it is not forgotten. */
const forgotten = fc.subarray(quarters.slice(1));
const known = fc.tuple(truth, forgotten);
const forget = (history: readonly QuarterFigures[], which: readonly string[]) =>
  history.map((figures) =>
    which.includes(figures.quarter) ? { ...figures, equity: null, balanceTotal: null } : figures,
  );
const distanceToKnown = (quarter: string, which: readonly string[]) => {
  const index = quarterIndex(quarter);
  const before = quarters.filter((other) => !which.includes(other) && quarterIndex(other) <= index);
  return index - Math.max(...before.map(quarterIndex));
};

describe('an estimate', () => {
  it('of equity equals the truth when the truth is consistent', () => {
    fc.assert(
      fc.property(known, ([history, which]) => {
        for (const [place, figures] of rollForward(forget(history, which)).quarters.entries()) {
          const isFar = distanceToKnown(figures.quarter, which) > ROLL_FORWARD_QUARTERS_MAX;
          expect(figures.equity).toBe(isFar ? null : history[place]?.equity);
          expect(figures.sources?.equity).toBe(isFar || !which.includes(figures.quarter) ? undefined : 'ESTIMATE');
        }
      }),
    );
  });

  it('of the balance total equals the truth when profits stay on the balance and losses are borrowed', () => {
    fc.assert(
      fc.property(truth, (history) => {
        const estimated = rollForward(forget(history, quarters.slice(1)));
        for (const [place, { balanceTotal }] of estimated.quarters.slice(0, 7).entries()) {
          expect(balanceTotal).toBe(history[place]?.balanceTotal);
        }
      }),
    );
  });

  it('can be done again by a person from its inputs', () => {
    fc.assert(
      fc.property(known, ([history, which]) => {
        for (const { figure, value, inputs } of rollForward(forget(history, which)).estimates) {
          const [last = 0, then = 0, now = 0] = inputs.map((input) => input.value);
          const again =
            figure === 'equity' ? inputs.reduce((sum, input) => sum + input.value, 0) : last + Math.max(0, now - then);
          expect(BigInt(again)).toBe(value);
        }
      }),
    );
  });

  it('does not depend on the order of the quarters, and changes nothing when it is made again', () => {
    const shuffled = known.chain(([history, which]) => {
      const given = forget(history, which);
      return fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }));
    });
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        const once = rollForward(given);
        expect(rollForward(other)).toEqual(once);
        expect(rollForward(once.quarters)).toEqual(once);
      }),
    );
  });

  it('moves by exactly the correction of an old result, up to the next known figure', () => {
    fc.assert(
      fc.property(known, fc.nat({ max: quarters.length - 2 }), amount, ([history, which], place, correction) => {
        const given = forget(history, which);
        const corrected = given.map((figures, other) =>
          other === place + 1 ? { ...figures, netResult: (figures.netResult ?? 0n) + correction } : figures,
        );
        const [before, after] = [rollForward(given).quarters, rollForward(corrected).quarters];
        let isMoved = false;
        for (const [other, figures] of before.entries()) {
          if (!which.includes(figures.quarter)) isMoved = false;
          else if (other === place + 1) isMoved = true;
          const expected = figures.equity === null || !isMoved ? figures.equity : figures.equity + correction;
          expect(after[other]?.equity).toBe(expected);
        }
      }),
    );
  });

  it('is never made beyond a gap, until the balance is known again', () => {
    const gap = fc.nat({ max: quarters.length - 2 });
    fc.assert(
      fc.property(known, gap, ([history, which], place) => {
        const given = forget(history, which).map((figures, other) =>
          other === place + 1 ? { ...figures, netResult: null } : figures,
        );
        const { quarters: filled, notEstimated } = rollForward(given);
        for (const figures of filled.slice(place + 1)) {
          if (!which.includes(figures.quarter)) break;
          expect(figures.equity).toBeNull();
          expect(figures.balanceTotal).toBeNull();
          const reasons = notEstimated.filter(({ quarter }) => quarter === figures.quarter);
          expect(reasons.map(({ figure }) => figure)).toEqual(['equity', 'balanceTotal']);
          for (const { missing, en, nl } of reasons) {
            expect(missing).not.toHaveLength(0);
            expect(en + nl).not.toMatch(/undefined|null|NaN|\{|\}/);
          }
        }
      }),
    );
  });
});
