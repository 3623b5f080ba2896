import fc from 'fast-check';
import { FIGURE_NAMES, type FigureName } from '../../../src/domain/figures';
import { fraction } from '../../../src/domain/ratio';
import { changeProblems, changesOf, type GivenChange } from '../../../src/domain/what-if/given';
import { whatIf } from '../../../src/domain/what-if/what-if';
import { healthyBut, NOW } from '../healthy';

const fields = (...given: GivenChange[]) => changeProblems(given).map(({ field }) => field);

describe('a supposed change', () => {
  it.each<[string, GivenChange, string[]]>([
    ['an amount', { figure: 'equity', toCents: 1 }, []],
    ['an amount below zero of what may be so', { figure: 'equity', toCents: -1 }, []],
    ['cash below zero: an overdraft', { figure: 'cash', toCents: -1 }, []],
    ['ten billion euros', { figure: 'equity', toCents: -1_000_000_000_000 }, []],
    ['a cent more than ten billion euros', { figure: 'equity', toCents: 1_000_000_000_001 }, ['changes[0].toCents']],
    ['part of a cent', { figure: 'equity', toCents: 0.5 }, ['changes[0].toCents']],
    ['revenue of zero', { figure: 'revenue', toCents: 0 }, []],
    ['revenue below zero', { figure: 'revenue', toCents: -1 }, ['changes[0].toCents']],
    ['a tenth lower', { figure: 'revenue', byFraction: -0.1 }, []],
    ['all of it gone', { figure: 'revenue', byFraction: -1 }, []],
    ['more than all of it gone', { figure: 'revenue', byFraction: -1.000001 }, ['changes[0].byFraction']],
    ['more than all of it gone, of what may be below zero', { figure: 'equity', byFraction: -1.000001 }, []],
    ['ten times as much again', { figure: 'equity', byFraction: 10 }, []],
    ['beyond that', { figure: 'equity', byFraction: 10.000001 }, ['changes[0].byFraction']],
    ['six decimals', { figure: 'equity', byFraction: 0.333333 }, []],
    ['seven decimals', { figure: 'equity', byFraction: 0.3333333 }, ['changes[0].byFraction']],
    ['no number at all', { figure: 'equity', byFraction: Number.NaN }, ['changes[0].byFraction']],
    ['both ways at once', { figure: 'equity', toCents: 1, byFraction: 1 }, ['changes[0]']],
    ['neither way', { figure: 'equity' }, ['changes[0]']],
    ['neither way, said as null', { figure: 'equity', toCents: null, byFraction: null }, ['changes[0]']],
    ['no figure of a quarter', { figure: 'toString' as FigureName, toCents: 1 }, ['changes[0].figure']],
  ])('to %s', (_, change, wrong) => {
    expect(fields(change)).toEqual(wrong);
  });

  it('is needed, and of each figure once', () => {
    expect(fields()).toEqual(['changes']);
    const twice = { figure: 'cash', toCents: 1 } as const;
    expect(fields(twice, { figure: 'equity', toCents: 1 }, twice)).toEqual(['changes[2].figure']);
  });

  it('is told everything that is wrong at once, with the remedy in both languages and nothing of what was given', () => {
    const problems = changeProblems([
      { figure: 'revenue', toCents: -777_777_777_777_777 },
      { figure: 'revenue', byFraction: 777.7777777 },
    ]);
    expect(problems.map(({ field }) => field)).toEqual([
      ...['changes[0].toCents', 'changes[0].toCents', 'changes[1].figure'],
      ...['changes[1].byFraction', 'changes[1].byFraction'],
    ]);
    for (const { en, nl } of problems) {
      expect(en).toMatch(/\.$/);
      expect(nl).toMatch(/\.$/);
      expect(en + nl).not.toMatch(/777/);
    }
  });

  it('is taken exactly: cents as they are, and a share to the millionth', () => {
    const changes = changesOf([
      { figure: 'equity', toCents: -5 },
      { figure: 'cash', byFraction: -0.1 },
    ]);
    expect(changes).toEqual({ equity: { to: -5n }, cash: { by: fraction(-100_000n, 1_000_000n) } });
  });

  it('that has no problems is one that the rules can answer', () => {
    const change = fc.record({
      figure: fc.constantFrom(...FIGURE_NAMES),
      toCents: fc.option(fc.maxSafeInteger()),
      byFraction: fc.option(fc.double()),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (given) => {
        if (changeProblems(given).length > 0) return;
        expect(whatIf(healthyBut(), NOW, changesOf(given)).figures).toHaveLength(given.length);
      }),
    );
  });
});
