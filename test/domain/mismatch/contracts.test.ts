import fc from 'fast-check';
import type { ContractFact } from '../../../src/domain/facts';
import { pairContracts, runsOn } from '../../../src/domain/mismatch/contract-pairs';
import {
  contractFinding,
  contractFindings,
  contractSides,
  sayContractFinding,
} from '../../../src/domain/mismatch/contract-sides';
import { compareMeasured } from '../../../src/domain/mismatch/measure';
import { fraction } from '../../../src/domain/ratio';

const euro = 100n;
const contract = (id: string, reportedBy: ContractFact['reportedBy'], but: Partial<ContractFact> = {}) => ({
  id,
  client: 'GM0014',
  region: 'JZ01',
  careForm: 'JH1221',
  reportedBy,
  startsOn: '2025-01-01',
  endsOn: '2027-01-01',
  annualValue: 1_000_000n * euro,
  ...but,
});
const ours = (id: string, but?: Partial<ContractFact>) => contract(id, 'PROVIDER', but);
const theirs = (id: string, but?: Partial<ContractFact>) => contract(id, 'CLIENT', but);
const pairs = (...contracts: ContractFact[]) =>
  pairContracts('p1', contracts).map(({ byProvider, byClient }) => `${byProvider?.id ?? '-'}+${byClient?.id ?? '-'}`);

describe('a report of the provider and one of the client', () => {
  it.each([
    ['are of one contract when client, form and term agree', {}, ['a+b']],
    ['are of one contract when the terms overlap by a day', { startsOn: '2026-12-31', endsOn: null }, ['a+b']],
    [
      'are of two when one starts on the day the other has ended',
      { startsOn: '2027-01-01', endsOn: null },
      ['a+-', '-+b'],
    ],
    ['are of two when the client differs', { client: 'GM0034' }, ['a+-', '-+b']],
    ['are of two when the form of care differs', { careForm: 'JH1222' }, ['a+-', '-+b']],
    ['are of one when the form of care of one is unknown', { careForm: null }, ['a+b']],
    ['are of one when a value is unknown', { annualValue: null }, ['a+b']],
  ])('%s', (_, but, expected) => {
    expect(pairs(ours('a'), theirs('b', but)).sort()).toEqual(expected.sort());
  });

  it('fill in for each other which form of care it is', () => {
    const [pair] = pairContracts('p1', [ours('a'), theirs('b', { careForm: null })]);
    expect(pair?.careForm).toBe('JH1221');
  });

  it('of two with the same side are never paired', () => {
    expect(pairs(ours('a'), ours('b'))).toEqual(['a+-', 'b+-']);
  });
});

describe('when several could pair', () => {
  it.each([
    [
      'the best overlap goes first, whatever the values',
      [ours('a', { annualValue: 1n }), theirs('near', { endsOn: '2026-12-31', annualValue: 1n }), theirs('far')],
      ['-+near', 'a+far'],
    ],
    [
      'then the nearest value',
      [ours('a'), theirs('b', { annualValue: 1_000_002n * euro }), theirs('c', { annualValue: 999_999n * euro })],
      ['-+b', 'a+c'],
    ],
    [
      'an unknown value is farther than any other',
      [ours('a'), theirs('b', { annualValue: null }), theirs('c', { annualValue: 0n })],
      ['-+b', 'a+c'],
    ],
    ['then the first by id', [ours('a'), theirs('c'), theirs('b')], ['-+c', 'a+b']],
    [
      'a form that is known goes before one that is not',
      [ours('a'), theirs('b', { careForm: null }), theirs('c')],
      ['-+b', 'a+c'],
    ],
    [
      'successive contracts pair term by term',
      [
        ours('a1', { startsOn: '2023-01-01', endsOn: '2025-01-01' }),
        ours('a2', { startsOn: '2025-01-01', endsOn: null }),
        theirs('b2', { startsOn: '2024-12-01', endsOn: null }),
        theirs('b1', { startsOn: '2023-01-01', endsOn: '2024-12-01' }),
      ],
      ['a1+b1', 'a2+b2'],
    ],
  ])('%s', (_, contracts, expected) => {
    expect(pairs(...contracts).sort()).toEqual([...expected].sort());
    expect(pairs(...contracts.toReversed()).sort()).toEqual([...expected].sort());
  });
});

describe('a contract that both sides report', () => {
  const found = (byProvider: bigint | null, byClient: bigint | null) => {
    const [pair] = pairContracts('p1', [
      ours('a', { annualValue: byProvider }),
      theirs('b', { annualValue: byClient }),
    ]);
    return pair && contractFinding(pair);
  };

  it.each([
    ['agrees at exactly 5 %', 1_050_000n * euro, 1_000_000n * euro, undefined],
    ['does not one cent beyond 5 %', 1_050_000n * euro + 1n, 1_000_000n * euro, 'VALUE_DIFFERS'],
    ['does not one cent beyond 5 % less', 950_000n * euro - 1n, 1_000_000n * euro, 'VALUE_DIFFERS'],
    ['agrees at exactly EUR 10,000, although that is more than 5 %', 60_000n * euro, 50_000n * euro, undefined],
    ['does not one cent beyond EUR 10,000', 60_000n * euro + 1n, 50_000n * euro, 'VALUE_DIFFERS'],
    ['does not when the provider wrote euros for thousands', 1_000_000_000n * euro, 1_000_000n * euro, 'VALUE_DIFFERS'],
    ['does not when a value is negative', -1_000_000n * euro, 1_000_000n * euro, 'VALUE_DIFFERS'],
    ['agrees at zero', 0n, 0n, undefined],
    ['cannot be judged when a value is unknown: that is not zero', null, 1n, 'VALUE_UNKNOWN'],
    ['cannot be judged when both are', null, null, 'VALUE_UNKNOWN'],
  ])('%s', (_, byProvider, byClient, what) => {
    expect(found(byProvider, byClient)?.what).toBe(what);
  });

  it('gives the ids of both reports, both values and the difference', () => {
    expect(found(1_200_000n * euro, 1_000_000n * euro)).toEqual({
      providerId: 'p1',
      client: 'GM0014',
      region: 'JZ01',
      careForm: 'JH1221',
      providerContractId: 'a',
      clientContractId: 'b',
      byProvider: 1_200_000n * euro,
      byClient: 1_000_000n * euro,
      difference: 200_000n * euro,
      what: 'VALUE_DIFFERS',
    });
  });

  it('can be judged by another tolerance', () => {
    const [pair] = pairContracts('p1', [ours('a', { annualValue: 102n }), theirs('b', { annualValue: 100n })]);
    const tolerance = { share: fraction(1n, 100n), atLeast: 0n };
    expect(pair && contractFinding(pair, { tolerance })?.what).toBe('VALUE_DIFFERS');
    expect(pair && contractFinding(pair)).toBeNull();
  });

  it('counts from the day either side has it start until the day neither has it run', () => {
    const [pair] = pairContracts('p1', [ours('a'), theirs('b', { startsOn: '2025-02-01', endsOn: '2027-02-01' })]);
    const days = ['2024-12-31', '2025-01-01', '2027-01-31', '2027-02-01'];
    expect(pair && days.map((day) => runsOn(pair, day))).toEqual([false, true, true, false]);
  });
});

describe('a contract that only one side reports', () => {
  const [onlyOurs] = pairContracts('p1', [ours('a')]);
  const [onlyTheirs] = pairContracts('p1', [theirs('b', { annualValue: 5n })]);

  it('is said to be so, with its whole value as the difference', () => {
    expect(onlyOurs && contractFinding(onlyOurs)).toMatchObject({
      what: 'ONLY_PROVIDER',
      providerContractId: 'a',
      clientContractId: null,
      byClient: null,
      difference: 1_000_000n * euro,
    });
    expect(onlyTheirs && contractFinding(onlyTheirs)).toMatchObject({ what: 'ONLY_CLIENT', difference: -5n });
  });

  it('is no denial by a side that delivered no contracts at all', () => {
    const silent = new Set(['GM0014', 'p1']);
    expect(onlyOurs && contractFinding(onlyOurs, { silent })).toMatchObject({
      what: 'OTHER_SIDE_SILENT',
      difference: null,
    });
    expect(onlyTheirs && contractFinding(onlyTheirs, { silent })?.what).toBe('OTHER_SIDE_SILENT');
    expect(onlyTheirs && contractFinding(onlyTheirs, { silent: new Set(['GM0014']) })?.what).toBe('ONLY_CLIENT');
  });
});

describe('what is wrong', () => {
  const say = (...contracts: ContractFact[]) =>
    contractFindings(pairContracts('p1', contracts)).flatMap((finding) => [
      sayContractFinding(finding, 'en'),
      sayContractFinding(finding, 'nl'),
    ]);

  it('is said with both values and the difference', () => {
    expect(say(ours('a', { annualValue: 1_200_000n * euro }), theirs('b'))).toEqual([
      'the annual values differ more than the tolerance: € 1,200,000 a year according to the provider; € 1,000,000 a year according to the client; difference € 200,000',
      'de jaarwaarden verschillen meer dan de marge: € 1.200.000 per jaar volgens de aanbieder; € 1.000.000 per jaar volgens de opdrachtgever; verschil € 200.000',
    ]);
  });

  it('is said of the side that reports, and of an unknown value', () => {
    expect(say(ours('a', { annualValue: null }))).toEqual([
      'only the provider reports this contract: an unknown amount a year according to the provider',
      'alleen de aanbieder geeft dit contract op: een onbekend bedrag per jaar volgens de aanbieder',
    ]);
  });
});

describe('contracts added up', () => {
  const sum = (...contracts: ContractFact[]) => contractSides(pairContracts('p1', contracts));

  it('lay what clients say beside what providers say, and count what both report', () => {
    const client = 'GM0034';
    expect(
      sum(
        ours('a', { annualValue: 12n }),
        theirs('b', { annualValue: 10n }),
        ours('c', { client, annualValue: 7n }),
        theirs('d', { client: 'LTA', region: null, annualValue: 5n }),
      ),
    ).toEqual({ unit: 'EUR_CENT', expected: fraction(15n), actual: fraction(19n), covered: 1, coverable: 3 });
  });

  it('leave a contract of which a value is unknown out of both sides', () => {
    expect(sum(ours('a', { annualValue: null }), theirs('b'))).toMatchObject({
      expected: null,
      actual: null,
      covered: 0,
      coverable: 1,
    });
  });

  it('leave a contract out of both sides when the other side is silent', () => {
    const found = pairContracts('p1', [ours('a'), ours('c', { client: 'GM0034' }), theirs('b')]);
    const sides = contractSides(found, new Set(['GM0034']));
    expect(sides).toMatchObject({ expected: sides.actual, covered: 1, coverable: 2 });
  });

  it('of nothing are unknown', () => {
    expect(compareMeasured(sum())).toEqual({ verdict: 'INCOMPLETE', difference: null, coverage: null });
  });

  it('get a verdict when both sides report 80 % of them, and none below', () => {
    const of = (both: number) => {
      const contracts = Array.from({ length: 10 }, (_, at) => {
        const but = { client: `GM${at}`, annualValue: 1_000_000n * euro };
        return at < both ? [ours(`a${at}`, but), theirs(`b${at}`, but)] : [ours(`a${at}`, but)];
      });
      return compareMeasured(sum(...contracts.flat())).verdict;
    };
    expect([of(10), of(8), of(7)]).toEqual(['WITHIN_TOLERANCE', 'ABOVE', 'INCOMPLETE']);
  });
});

describe('whatever is reported', () => {
  const value = fc.oneof(
    { weight: 8, arbitrary: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const year = fc.integer({ min: 2019, max: 2030 }).map((at) => `${at}-01-01`);
  const report = fc.record({
    client: fc.constantFrom('GM0014', 'GM0034', 'JZ01', 'LTA'),
    region: fc.constantFrom('JZ01', 'JZ02', null),
    careForm: fc.constantFrom('JH1221', 'JH1222', null),
    reportedBy: fc.constantFrom('PROVIDER' as const, 'CLIENT' as const),
    startsOn: year,
    endsOn: fc.option(year),
    annualValue: value,
  });
  const reports = fc
    .array(report, { maxLength: 24 })
    .map((all) => all.map((each, at): ContractFact => ({ ...each, id: String(at).padStart(3, '0') })));
  const shuffled = reports.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );

  it('the order of the reports does not matter', () => {
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(pairContracts('p1', mixed)).toEqual(pairContracts('p1', all));
      }),
    );
  });

  it('every report is in exactly one pair, on its own side', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const found = pairContracts('p1', all);
        const ids = (side: 'byProvider' | 'byClient') => found.flatMap((pair) => pair[side]?.id ?? []).sort();
        const reported = (by: string) => all.filter(({ reportedBy }) => reportedBy === by).map(({ id }) => id);
        expect(ids('byProvider')).toEqual(reported('PROVIDER'));
        expect(ids('byClient')).toEqual(reported('CLIENT'));
      }),
    );
  });

  it('the sums of the parts are the sum of the whole, and the differences add up to their difference', () => {
    const zero = fraction(0n);
    fc.assert(
      fc.property(reports, (all) => {
        const found = pairContracts('p1', all);
        const whole = contractSides(found);
        const parts = ['GM0014', 'GM0034', 'JZ01', 'LTA'].map((client) =>
          contractSides(found.filter((pair) => pair.client === client)),
        );
        for (const side of ['expected', 'actual'] as const) {
          const sum = parts.reduce((total, part) => total + (part[side] ?? zero).numerator, 0n);
          expect(sum).toBe((whole[side] ?? zero).numerator);
        }
        const strict = { share: zero, atLeast: 0n };
        const differences = contractFindings(found, { tolerance: strict }).map(({ difference }) => difference ?? 0n);
        const difference = (whole.actual ?? zero).numerator - (whole.expected ?? zero).numerator;
        expect(differences.reduce((total, each) => total + each, 0n)).toBe(difference);
        expect(whole.coverable).toBe(found.length);
      }),
    );
  });

  it('the verdict on a value is the same at any scale, where the tolerance is relative', () => {
    const tolerance = { share: fraction(5n, 100n), atLeast: 0n };
    const amount = fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n });
    const around = fc.tuple(fc.bigInt({ min: 90n, max: 110n }), fc.bigInt({ min: -1n, max: 1n }));
    fc.assert(
      fc.property(amount, around, fc.bigInt({ min: 1n, max: 1_000n }), (right, [percent, cent], factor) => {
        const left = (right * percent) / 100n + cent;
        const [small, large] = [1n, factor].map((times) => {
          const both = [ours('a', { annualValue: left * times }), theirs('b', { annualValue: right * times })];
          return contractFindings(pairContracts('p1', both), { tolerance }).map(({ what }) => what);
        });
        expect(large).toEqual(small);
      }),
    );
  });

  it('14,000 contracts take less than 200 ms', () => {
    const providers = Array.from({ length: 270 }, (_, provider) =>
      Array.from({ length: 26 }, (_, at) => {
        const but = {
          client: `GM${String(at % 13).padStart(4, '0')}`,
          careForm: `JH${at % 4}`,
          startsOn: `${2020 + Math.floor(at / 13) * 3}-01-01`,
          endsOn: `${2023 + Math.floor(at / 13) * 3}-01-01`,
          annualValue: BigInt(1_000_000 + provider * at),
        };
        return [ours(`a${provider}-${at}`, but), theirs(`b${provider}-${at}`, but)];
      }).flat(),
    );
    expect(providers.flat()).toHaveLength(14_040);
    // The fastest of three: another process may have the machine in between.
    const took = [1, 2, 3].map(() => {
      const start = performance.now();
      const found = providers.flatMap((contracts, at) => pairContracts(`p${at}`, contracts));
      contractFindings(found);
      contractSides(found);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(200);
  });
});
