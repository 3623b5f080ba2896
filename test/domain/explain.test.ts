import { explain } from '../../src/domain/explain';
import { assess } from '../../src/domain/ladder/assess';
import { ladderWith } from '../../src/domain/ladder/ladder';
import { toStored } from '../../src/domain/ladder/stored';
import { besideLimit, inWords } from '../../src/domain/quantity';
import { fraction } from '../../src/domain/ratio';
import { healthyBut, NOW, times } from './healthy';

const solvency = (perMille: bigint) => ({ equity: perMille * 100_000n, balanceTotal: 100_000_000n });

describe('an explanation', () => {
  it.each([
    [
      'of trede 1 says that nothing holds and nothing is missing',
      healthyBut(),
      'Trede 1 (generiek): alles wat nodig is, is bekend, en geen criterium van een hogere trede geldt.',
      'Trede 1 (generic): everything needed is known, and no criterion of a higher trede holds.',
    ],
    [
      'names the value beside the limit, and of one subject only the gravest reason',
      healthyBut(solvency(83n)),
      'Trede 4 (problematisch): de solvabiliteit ligt onder 10% (8,3%).',
      'Trede 4 (problematic): solvency is below 10% (8.3%).',
    ],
    [
      'names every subject that has a reason, the gravest first',
      healthyBut({ ...solvency(150n), netResult: -200_000_00n, currentAssets: 300_000_00n }),
      'Trede 4 (problematisch): het jaar is tot nu toe verlieslatend (-€ 160.000); de solvabiliteit ligt onder 20% (15,0%); de current ratio ligt onder 1,0 (0,75).',
      'Trede 4 (problematic): the year so far is loss-making (-€ 160,000); solvency is below 20% (15.0%); the current ratio is below 1.0 (0.75).',
    ],
    [
      'counts quarters in a row',
      healthyBut({ netResult: 900_000_00n }, ...times(5, { netResult: -1n })),
      'Trede 5 (zeer problematisch): meer dan 4 kwartalen op rij verlieslatend (5 kwartalen).',
      'Trede 5 (very problematic): loss-making for more than 4 quarters in a row (5 quarters).',
    ],
    [
      'shows the cents of a negative equity that would round to nothing',
      healthyBut({ equity: -1n }),
      'Trede 5 (zeer problematisch): het eigen vermogen is negatief (-€ 0,01).',
      'Trede 5 (very problematic): equity is negative (-€ 0.01).',
    ],
    [
      'never shows a value as equal to the limit that it is below, and says when it is an estimate',
      healthyBut({ equity: 199_600_00n, sources: { equity: 'ESTIMATE' } }),
      'Trede 3 (zorgelijk): de solvabiliteit ligt onder 20% (19,96%, een raming).',
      'Trede 3 (worrying): solvency is below 20% (19.96%, an estimate).',
    ],
    [
      'says that the trede may be higher when something above it could not be judged',
      healthyBut({ ...solvency(150n), overdueCreditors: null }),
      'Trede 3 (zorgelijk): de solvabiliteit ligt onder 20% (15,0%). Onbekend: vervallen crediteuren (2026Q3); de trede kan hoger zijn.',
      'Trede 3 (worrying): solvency is below 20% (15.0%). Unknown: overdue creditors (2026Q3); the trede may be higher.',
    ],
    [
      'does not say so when what is unknown could not change the trede',
      healthyBut({ netResult: -200_000_00n, overdueCreditors: null }),
      'Trede 4 (problematisch): het jaar is tot nu toe verlieslatend (-€ 160.000). Onbekend: vervallen crediteuren (2026Q3).',
      'Trede 4 (problematic): the year so far is loss-making (-€ 160,000). Unknown: overdue creditors (2026Q3).',
    ],
    [
      'of a provider that is not assessable says what is missing',
      healthyBut({ equity: null }),
      'Niet te beoordelen: wat bekend is wijst niet op een risico, maar niet alles wat nodig is, is bekend. Onbekend: eigen vermogen (2026Q3).',
      'Not assessable: what is known points to no risk, but not everything needed is known. Unknown: equity (2026Q3).',
    ],
    [
      'says when a figure was delivered but is useless',
      healthyBut({ currentLiabilities: 0n }),
      'Niet te beoordelen: wat bekend is wijst niet op een risico, maar niet alles wat nodig is, is bekend. Onbekend: kortlopende schulden, niet boven nul (2026Q3).',
      'Not assessable: what is known points to no risk, but not everything needed is known. Unknown: current liabilities, not above zero (2026Q3).',
    ],
  ])('%s', (_, history, nl, en) => {
    expect(explain(assess(history, NOW), 'nl')).toBe(nl);
    expect(explain(assess(history, NOW), 'en')).toBe(en);
  });

  it('names the quarter itself figure by figure, and the history before it by quarter', () => {
    const text = explain(assess(healthyBut().slice(-2), NOW), 'en');
    expect(text).toContain(
      'Unknown: net result of the year to date (2026Q3) and figures of 2024Q4, 2025Q2, 2025Q3, 2025Q4 and 2026Q1.',
    );
  });

  it('is the same for an assessment that was stored', () => {
    const assessment = assess(healthyBut({ ...solvency(150n), netResult: null }), NOW);
    const stored = { trede: assessment.trede, criteria: assessment.criteria.map(toStored) };
    for (const language of ['nl', 'en'] as const) {
      expect(explain(JSON.parse(JSON.stringify(stored)), language)).toBe(explain(assessment, language));
    }
  });

  it('shows the limit by which it was judged, also when that is not the limit of today', () => {
    const strict = ladderWith('strict', { CURRENT_RATIO_PRESSURE: fraction(16n, 10n) });
    expect(explain(assess(healthyBut(), NOW, strict), 'en')).toContain('the current ratio is below 1.6 (1.50)');
  });
});

describe('a quantity in words', () => {
  it.each([
    [0.083, 'FRACTION', '8,3%', '8.3%'],
    [-0.0004, 'FRACTION', '0,0%', '0.0%'],
    [1.25, 'TIMES', '1,25', '1.25'],
    [1_234_567_89, 'EUR_CENT', '€ 1.234.568', '€ 1,234,568'],
    [-99, 'EUR_CENT', '-€ 0,99', '-€ 0.99'],
    [1, 'QUARTERS', '1 kwartaal', '1 quarter'],
    [2, 'YEARS', '2 jaar', '2 years'],
    [29.34, 'DAYS', '29,3 dagen', '29.3 days'],
  ] as const)('%d in %s is "%s" and "%s"', (value, unit, nl, en) => {
    expect(inWords(value, unit, 'nl')).toBe(nl);
    expect(inWords(value, unit, 'en')).toBe(en);
  });

  it.each([
    [0.199999, 0.2, '19.9999%'],
    [0.1996, 0.2, '19.96%'],
    [0.15, 0.2, '15.0%'],
    [0.2, 0.2, '20.0%'],
  ])('%d beside %d is "%s"', (value, limit, text) => {
    expect(besideLimit(value, limit, 'FRACTION', 'en')).toBe(text);
  });
});
