import type { ContractFact } from '../../../src/domain/facts';
import { contract, judged, whole } from './whole';

const CARE = { client: 'JZ01', careForm: '45' };
/** Runs at the end of 2026Q3, and ends three months later. */
const ending = (change: Partial<ContractFact> = {}) => contract({ ...CARE, endsOn: '2027-01-01', ...change });
const next = (change: Partial<ContractFact> = {}) =>
  contract({ ...CARE, startsOn: '2027-01-01', endsOn: '2029-01-01', ...change });
const other = () => contract({ annualValue: 3_000_00n });
const expiring = (...contracts: ContractFact[]) => judged('contractsExpiring', whole({ contracts }));
const short = (...contracts: ContractFact[]) => judged('contractsShort', whole({ contracts }));

describe('contracts that end within six months without a successor', () => {
  it.each([
    ['ends exactly six months after the quarter', [ending({ endsOn: '2027-04-01' })], 0.25],
    ['ends a day later', [ending({ endsOn: '2027-04-02' })], 0],
    ['ends on the day after the quarter', [ending({ endsOn: '2026-10-01' })], 0.25],
    ['has no agreed end', [ending({ endsOn: null })], 0],
    ['ended on the last day of the quarter, and runs no more', [ending({ endsOn: '2026-09-30' })], 0],
    ['begins only after the quarter', [ending({ startsOn: '2026-10-01' })], 0],
    ['begins on the last day of the quarter', [ending({ startsOn: '2026-09-30' })], 0.25],
    ['has a successor', [ending(), next()], 0],
    ['has a successor without an end', [ending(), next({ endsOn: null })], 0],
    ['has a successor after a gap of a month', [ending(), next({ startsOn: '2027-02-01' })], 0],
    ['has a successor a day after that', [ending(), next({ startsOn: '2027-02-02' })], 0.25],
    ['has a successor with another client', [ending(), next({ client: 'JZ02' })], 0.25],
    ['has a successor for another form of care', [ending(), next({ careForm: '54' })], 0.25],
    ['has a successor that only the client reports', [ending(), next({ reportedBy: 'CLIENT' })], 0],
    [
      'is reported by its client with a later end',
      [ending(), ending({ reportedBy: 'CLIENT', endsOn: '2029-01-01' })],
      0.25,
    ],
    ['has a bridge that ends within the six months', [ending(), next({ endsOn: '2027-03-01' })], 0.25],
    [
      'has a bridge to one that goes on',
      [ending(), next({ endsOn: '2027-03-01' }), next({ startsOn: '2027-04-01' })],
      0,
    ],
    ['has bridges in another order', [next({ startsOn: '2027-04-01' }), next({ endsOn: '2027-03-01' }), ending()], 0],
  ] as const)('one of four by value that %s', (_, contracts, value) => {
    expect(expiring(other(), ...contracts)).toMatchObject({ value, missing: null });
  });

  it('counts a parallel contract with the same client for the same care as going on', () => {
    expect(expiring(ending(), contract(CARE), other()).value).toBe(0);
    expect(expiring(ending(), ending()).value).toBe(1);
  });

  it('names the contracts that end, and the value of all', () => {
    const end = ending();
    expect(expiring(end, other()).inputs).toEqual([
      { name: end.id, value: 1_000_00, period: '2026Q3', source: 'DELIVERY' },
      { name: 'contractValue', value: 4_000_00, period: '2026Q3', source: 'DELIVERY' },
    ]);
  });
});

describe('contracts shorter than three years', () => {
  it.each([
    ['2026-01-01', '2029-01-01', 0],
    ['2026-01-01', '2028-12-31', 1],
    ['2024-02-29', '2027-02-28', 0],
    ['2024-02-29', '2027-02-27', 1],
    ['2026-01-01', null, 0],
  ])('from %s until %s: %s', (startsOn, endsOn, value) => {
    expect(short(contract({ startsOn, endsOn })).value).toBe(value);
  });
});

describe.each([
  ['contractsExpiring', expiring],
  ['contractsShort', short],
] as const)('the contracts of %s', (_, of) => {
  const endsSoon = { startsOn: '2026-01-01', endsOn: '2026-12-01' };

  it('are those of the provider when it reported any that runs: a contract never counts twice', () => {
    const reported = [contract(endsSoon), contract({ annualValue: 3_000_00n })];
    const byClients = [contract({ ...endsSoon, reportedBy: 'CLIENT', annualValue: 9_000_00n })];
    expect(of(...reported, ...byClients).value).toBe(0.25);
  });

  it('are those of its clients when it reported none', () => {
    const byClients = { reportedBy: 'CLIENT' } as const;
    const over = contract({ startsOn: '2020-01-01', endsOn: '2024-01-01' });
    expect(of(over, contract({ ...endsSoon, ...byClients }), contract(byClients)).value).toBe(0.5);
  });

  it.each([
    ['none is known', [], 'contracts 2026Q3'],
    ['none runs', [contract({ startsOn: '2026-10-01' })], 'contracts 2026Q3'],
    [
      'one has no value, which could be the largest',
      [contract(), contract({ annualValue: null })],
      'contractValue 2026Q3',
    ],
    ['one has a value below zero', [contract(), contract({ annualValue: -1n })], 'contractValue 2026Q3 (below zero)'],
    ['together they are worth nothing', [contract({ annualValue: 0n })], 'contractValue 2026Q3 (not above zero)'],
  ])('are not assessable when %s', (__, contracts, missing) => {
    expect(of(...contracts)).toMatchObject({ value: null, crossed: [], missing });
  });
});
