import { fraction } from '../../../src/domain/ratio';
import { explainMarket } from '../../../src/domain/waterbed/explain-market';
import type { CareMarket } from '../../../src/domain/waterbed/market';

const market: CareMarket = {
  careForm: 'JH1221',
  region: 'JZ02',
  amount: 100_000_00n,
  places: { count: 1_100, basis: 'MUNICIPAL_REPORTS', isEstimate: false },
  capacity: null,
  waitingDays: fraction(145n, 2n),
  waiting: 12,
  providers: [],
  active: 3,
  largestShare: fraction(1n, 2n),
  hhi: fraction(38n, 100n),
};
const said = (more: Partial<CareMarket> = {}) => explainMarket({ ...market, ...more });

describe('a market in words', () => {
  it('tells who gives the care, the places and the waiting, and what is not known', () => {
    expect(said().en).toBe(
      'Providers that declared care in these four quarters: 3; the largest has 50.0% of the euros (HHI 0.38; 1 is one provider). ' +
        'Places: 1,100 (young people in care, as municipalities reported); capacity in beds: not known. ' +
        'Waiting time on average: 72.5 days; referred and not yet started: 12.',
    );
  });

  it('tells it in Dutch', () => {
    expect(said().nl).toBe(
      'Aanbieders die in deze vier kwartalen declareerden: 3; de grootste heeft 50,0% van de euro’s (HHI 0,38; 1 is één aanbieder). ' +
        'Plaatsen: 1.100 (jeugdigen in zorg, volgens gemeenten); capaciteit in bedden: niet bekend. ' +
        'Gemiddelde wachttijd: 72,5 dagen; verwezen en nog niet gestart: 12.',
    );
  });

  it('tells of a backlog that was worked away, and not of fewer than nobody who wait', () => {
    expect(said({ waiting: -3 }).nl).toContain('Gemiddelde wachttijd: 72,5 dagen; meer gestart dan verwezen: 3.');
    expect(said({ waiting: -3 }).en).toContain('Waiting time on average: 72.5 days; more started than referred: 3.');
    expect(said({ waiting: 0 }).nl).toContain('verwezen en nog niet gestart: 0.');
  });

  it('says that an estimate is one', () => {
    expect(said({ places: { count: 12, basis: 'DECLARED_DAYS', isEstimate: true } }).en).toContain(
      'Places: 12 (beds occupied, from declared days, an estimate);',
    );
  });

  it('says of nothing that is not known that it is zero', () => {
    const nothing = { count: null, basis: null, isEstimate: false };
    const text = said({
      places: nothing,
      waitingDays: null,
      waiting: null,
      largestShare: null,
      hhi: null,
      active: 0,
    }).en;
    expect(text).toBe(
      'Providers that declared care in these four quarters: 0. ' +
        'Places: not known; capacity in beds: not known. ' +
        'Waiting time on average: not known; referred and not yet started: not known.',
    );
  });
});
