import fc from 'fast-check';
import type { ContractFact } from '../../../src/domain/facts';
import {
  contractedForms,
  type FormsOfProvider,
  formsBeside,
  formsSides,
  sayFormFinding,
} from '../../../src/domain/mismatch/forms-offered';
import { compareMeasured } from '../../../src/domain/mismatch/measure';
import { fraction } from '../../../src/domain/ratio';

const forms = (contracted: Record<string, string[]>, offered: string[] | null, subcontracted: string[] | null) => ({
  providerId: 'p1',
  contracted: new Map(Object.entries(contracted).map(([region, of]) => [region, new Set(of)])),
  offered: offered && new Set(offered),
  subcontracted: subcontracted && new Set(subcontracted),
});
const verdictOf = (of: FormsOfProvider) => compareMeasured(formsSides(formsBeside(of).inRegions)).verdict;
const findingsOf = (of: FormsOfProvider) =>
  formsBeside(of).findings.map(({ region, careForm, what }) => [region, careForm, what]);

describe('forms of care that are contracted', () => {
  it.each([
    ['agree when all are offered', ['A', 'B'], ['A', 'B'], [], 'WITHIN_TOLERANCE', []],
    ['agree when what is not offered is subcontracted', ['A', 'B'], ['A'], ['B'], 'WITHIN_TOLERANCE', []],
    ['have a gap when one is neither', ['A', 'B'], ['A'], [], 'BELOW', [['JZ01', 'B', 'NOT_OFFERED']]],
    [
      'have a gap for each when nothing is offered: an empty list was delivered',
      ['A', 'B'],
      [],
      [],
      'BELOW',
      [
        ['JZ01', 'A', 'NOT_OFFERED'],
        ['JZ01', 'B', 'NOT_OFFERED'],
      ],
    ],
    [
      'cannot be judged when a gap hangs on unknown subcontractors',
      ['A', 'B'],
      ['A'],
      null,
      'INCOMPLETE',
      [['JZ01', 'B', 'NOT_OFFERED_UNLESS_SUBCONTRACTED']],
    ],
    ['agree when all are offered, whoever the subcontractors are', ['A'], ['A'], null, 'WITHIN_TOLERANCE', []],
    [
      'cannot be judged when it is unknown what is offered',
      ['A'],
      null,
      [],
      'INCOMPLETE',
      [['JZ01', 'A', 'OFFER_UNKNOWN']],
    ],
    ['agree when all are subcontracted, whatever is offered', ['A'], null, ['A'], 'WITHIN_TOLERANCE', []],
  ])('%s', (_, contracted, offered, subcontracted, verdict, findings) => {
    const of = forms({ JZ01: contracted }, offered, subcontracted);
    expect(verdictOf(of)).toBe(verdict);
    expect(findingsOf(of)).toEqual(findings);
  });

  it('are counted per region, and added up over the regions of a provider', () => {
    const { inRegions } = formsBeside(forms({ JZ02: ['A', 'B'], JZ01: ['A'] }, ['A'], []));
    expect(inRegions).toEqual([
      { providerId: 'p1', region: 'JZ01', forms: { expected: 1n, actual: 1n } },
      { providerId: 'p1', region: 'JZ02', forms: { expected: 2n, actual: 1n } },
    ]);
    expect(formsSides(inRegions)).toEqual({
      unit: 'COUNT',
      expected: fraction(3n),
      actual: fraction(2n),
      covered: 2,
      coverable: 2,
    });
  });

  it('leave a provider out of both sums when its offer is unknown, and count it as not covered', () => {
    const known = formsBeside(forms({ JZ01: ['A', 'B'] }, ['A', 'B'], [])).inRegions;
    const unknown = formsBeside(forms({ JZ01: ['A'] }, null, null)).inRegions;
    expect(formsSides([...known, ...unknown])).toMatchObject({ expected: fraction(2n), covered: 1, coverable: 2 });
    const four = [known, known, known, known].flat();
    expect(compareMeasured(formsSides([...four, ...unknown]))).toMatchObject({ verdict: 'WITHIN_TOLERANCE' });
    expect(compareMeasured(formsSides([...four.slice(1), ...unknown]))).toMatchObject({ verdict: 'INCOMPLETE' });
  });
});

describe('forms of care that are offered', () => {
  it('and contracted nowhere are information: they change no verdict', () => {
    const of = forms({ JZ01: ['A'], LTA: ['B'] }, ['D', 'A', 'B', 'C'], []);
    expect(findingsOf(of)).toEqual([
      [null, 'C', 'CONTRACTED_NOWHERE'],
      [null, 'D', 'CONTRACTED_NOWHERE'],
    ]);
    expect(verdictOf(of)).toBe('WITHIN_TOLERANCE');
  });

  it('are said in words', () => {
    const [finding] = formsBeside(forms({}, ['A'], null)).findings;
    expect(finding && sayFormFinding(finding, 'nl')).toBe(
      'aangeboden, maar geen opdrachtgever gaf er een contract voor op',
    );
    expect(finding && sayFormFinding(finding, 'en')).toBe('offered, but no client reported a contract for it');
  });
});

describe('the forms that clients contracted', () => {
  const contract: ContractFact = {
    id: 'a',
    client: 'GM0014',
    region: 'JZ01',
    careForm: 'A',
    reportedBy: 'CLIENT',
    startsOn: '2025-01-01',
    endsOn: '2026-01-01',
    annualValue: 1n,
  };
  it.each([
    ['count on the first day of the contract', '2025-01-01', {}, [['JZ01', ['A']]]],
    ['count not on the day it has ended', '2026-01-01', {}, []],
    ['count without an end', '2099-01-01', { endsOn: null }, [['JZ01', ['A']]]],
    ['count not when only the provider says so', '2025-01-01', { reportedBy: 'PROVIDER' as const }, []],
    ['count nationally when they are of no region', '2025-01-01', { region: null }, [['LTA', ['A']]]],
    ['count not when the form is unknown', '2025-01-01', { careForm: null }, []],
  ])('%s', (_, day, but, expected) => {
    expect([...contractedForms([{ ...contract, ...but }], day)].map(([region, of]) => [region, [...of]])).toEqual(
      expected,
    );
  });
});

describe('whatever is contracted and offered', () => {
  const some = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'));
  const provider = fc
    .tuple(fc.dictionary(fc.constantFrom('JZ01', 'JZ02', 'LTA'), some), fc.option(some), fc.option(some))
    .map(([contracted, offered, subcontracted]) => [contracted, offered, subcontracted] as const);

  it('the order of regions and forms does not matter', () => {
    fc.assert(
      fc.property(provider, ([contracted, offered, subcontracted]) => {
        const turned = Object.fromEntries(
          Object.entries(contracted)
            .map(([region, of]) => [region, of.toReversed()])
            .reverse(),
        );
        expect(formsBeside(forms(turned, offered?.toReversed() ?? null, subcontracted))).toEqual(
          formsBeside(forms(contracted, offered, subcontracted)),
        );
      }),
    );
  });

  it('is never higher than contracted, and agrees exactly when there is no gap', () => {
    fc.assert(
      fc.property(provider, ([contracted, offered, subcontracted]) => {
        const of = forms(contracted, offered, subcontracted);
        const gaps = formsBeside(of).findings.filter(({ what }) => what !== 'CONTRACTED_NOWHERE');
        const verdict = verdictOf(of);
        expect(verdict).not.toBe('ABOVE');
        if (verdict !== 'INCOMPLETE') expect(verdict === 'WITHIN_TOLERANCE').toBe(gaps.length === 0);
      }),
    );
  });

  it('knowing more only ever settles what was unknown', () => {
    fc.assert(
      fc.property(provider, some, ([contracted, offered], found) => {
        const before = verdictOf(forms(contracted, offered, null));
        const after = verdictOf(forms(contracted, offered, found));
        if (before !== 'INCOMPLETE') expect(after).toBe(before);
      }),
    );
  });
});
