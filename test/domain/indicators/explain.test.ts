import { type ExplainableIndicator, explainIndicator } from '../../../src/domain/indicators/explain';
import { KRUGER } from '../../../src/domain/ladder/ladder';

const solvency: ExplainableIndicator = {
  code: 'solvency',
  value: 0.083,
  previous: 0.091,
  trend: 'WORSE',
  crossed: ['solvencyWorrying', 'solvencyProblematic'],
  missing: null,
};

test.each<[string, Partial<ExplainableIndicator>, string]>([
  [
    'the value, the formula, the limits it is beyond and how it moved',
    {},
    'Solvabiliteit: 8,3% (eigen vermogen / balanstotaal); onder 20% is zorgelijk volgens convenant h. 3 en onder 10% is problematisch volgens convenant h. 3. Eerder: 9,1%, verslechterd.',
  ],
  [
    'no movement where there is nothing to compare with',
    { previous: null, trend: null },
    'Solvabiliteit: 8,3% (eigen vermogen / balanstotaal); onder 20% is zorgelijk volgens convenant h. 3 en onder 10% is problematisch volgens convenant h. 3.',
  ],
  [
    'as many decimals as it takes to see that it is beyond',
    { value: 0.1999, crossed: ['solvencyWorrying'], previous: null },
    'Solvabiliteit: 19,99% (eigen vermogen / balanstotaal); onder 20% is zorgelijk volgens convenant h. 3.',
  ],
  [
    'as many decimals as it takes to see that it moved, in both numbers',
    { value: 0.18788, previous: 0.18793, crossed: [] },
    'Solvabiliteit: 18,788% (eigen vermogen / balanstotaal). Eerder: 18,793%, verslechterd.',
  ],
  [
    'not that it is worse when no decimal that is kept says so',
    { value: 0.188, previous: 0.188, crossed: [] },
    'Solvabiliteit: 18,8% (eigen vermogen / balanstotaal). Eerder: 18,8%, vrijwel gelijk gebleven.',
  ],
  [
    'that it stayed the same',
    { value: 0.188, previous: 0.188, trend: 'SAME', crossed: [] },
    'Solvabiliteit: 18,8% (eigen vermogen / balanstotaal). Eerder: 18,8%, gelijk gebleven.',
  ],
  [
    'what is missing, in words',
    { value: null, previous: 0.2, trend: null, crossed: [], missing: 'equity 2026Q3' },
    'Solvabiliteit: niet te beoordelen. Ontbreekt: eigen vermogen (2026Q3).',
  ],
  [
    'what is missing beside the figures of a quarter as well',
    { code: 'sickness', value: null, previous: null, trend: null, crossed: [], missing: 'sickness 2026H1' },
    'Ziekteverzuim: niet te beoordelen. Ontbreekt: ziekteverzuim primair proces (2026H1).',
  ],
])('an indicator says %s', (_, changed, says) => {
  expect(explainIndicator({ ...solvency, ...changed }, 'nl')).toBe(says);
});

test('a limit is said exactly: break-even is up to half a percent', () => {
  const breakEven = KRUGER.criteria.find(({ code }) => code === 'BREAK_EVEN');
  expect(breakEven?.en).toBe('the result is about break-even: a margin from 0 to 0.5%');
  expect(breakEven?.nl).toBe('het resultaat is ongeveer break-even: een marge van 0 tot 0,5%');
});
