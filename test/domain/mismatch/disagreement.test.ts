import type { ContractFact } from '../../../src/domain/facts';
import { pairContracts } from '../../../src/domain/mismatch/contract-pairs';
import { contractFindings, contractSides, sayContractFinding } from '../../../src/domain/mismatch/contract-sides';
import { disagreementOnContract, disagreementOnForm, sayDisagreement } from '../../../src/domain/mismatch/disagreement';
import { FORM_FINDINGS, type FormFindingKind, NATIONAL } from '../../../src/domain/mismatch/forms-offered';
import { haveBeds } from '../../../src/domain/mismatch/planned-care';
import { fraction } from '../../../src/domain/ratio';
import { DISAGREEMENTS, valuesOf } from '../../../src/domain/vocabulary';

const report = (id: string, reportedBy: ContractFact['reportedBy'], but: Partial<ContractFact> = {}): ContractFact => ({
  id: `Contract:${id}`,
  client: 'GM0014',
  region: 'JZ01',
  careForm: 'JH1221',
  reportedBy,
  startsOn: '2025-01-01',
  endsOn: '2027-01-01',
  annualValue: 1_000_000_00n,
  ...but,
});
const ours = (but?: Partial<ContractFact>) => report('a', 'PROVIDER', but);
const theirs = (but?: Partial<ContractFact>) => report('b', 'CLIENT', but);

describe('a disagreement on a contract', () => {
  const CASES: [string, ContractFact[]][] = [
    ['reported by both sides with another value', [ours(), theirs({ annualValue: 700_000_00n })]],
    ['reported by the provider alone', [ours()]],
    ['reported by the client alone', [theirs()]],
    ['of which a value is unknown', [ours({ annualValue: null }), theirs()]],
    ['for the whole country, for a form that is unknown', [theirs({ client: 'LTA', region: null, careForm: null })]],
  ];

  it.each(CASES)('%s is said from what is stored as it was found', (_, contracts) => {
    const [finding] = contractFindings(pairContracts('p1', contracts));
    if (!finding) throw new Error('Nothing was found.');
    const stored = JSON.parse(JSON.stringify(disagreementOnContract(finding)));
    for (const language of ['nl', 'en'] as const) {
      expect(sayDisagreement(stored, language)).toBe(sayContractFinding(finding, language));
    }
  });

  it('is stored with both contracts and nothing that is not known', () => {
    const stored = (...contracts: ContractFact[]) =>
      contractFindings(pairContracts('p1', contracts)).map(disagreementOnContract);
    expect(stored(ours(), theirs({ annualValue: 700_000_00n }))).toEqual([
      {
        what: 'VALUE_DIFFERS',
        region: 'JZ01',
        care_form: 'JH1221',
        by_provider: 1_000_000_00,
        by_client: 700_000_00,
        difference: 300_000_00,
        provider_contract: 'a',
        client_contract: 'b',
      },
    ]);
    expect(stored(theirs({ region: null, careForm: null, annualValue: null }))).toEqual([
      { what: 'ONLY_CLIENT', client_contract: 'b' },
    ]);
  });
});

describe('a disagreement on a form of care', () => {
  it.each(Object.keys(FORM_FINDINGS) as FormFindingKind[])('that is %s is said in both languages', (what) => {
    const stored = disagreementOnForm({ providerId: 'p1', region: 'JZ01', careForm: 'JH1221', what });
    expect(stored).toEqual({ what, region: 'JZ01', care_form: 'JH1221' });
    expect(sayDisagreement(stored, 'en')).toBe(FORM_FINDINGS[what].en);
    expect(sayDisagreement(stored, 'nl')).toBe(FORM_FINDINGS[what].nl);
  });

  it('lies in no region when the contract is national, or it is contracted nowhere', () => {
    const of = (region: string | null) =>
      disagreementOnForm({ providerId: 'p1', region, careForm: 'JH1221', what: 'OFFER_UNKNOWN' });
    expect([of(NATIONAL), of(null)].map((stored) => 'region' in stored)).toEqual([false, false]);
  });
});

test('every word for a disagreement is said in both languages', () => {
  for (const what of valuesOf(DISAGREEMENTS)) {
    const said = (['nl', 'en'] as const).map((language) => sayDisagreement({ what, client_contract: 'b' }, language));
    expect(said[0]).not.toBe(said[1]);
  }
});

describe('contracts that only one side reports', () => {
  it('are zero on the other side, as long as that side delivered its contracts', () => {
    const pairs = pairContracts('p1', [ours()]);
    expect(contractSides(pairs)).toMatchObject({ expected: fraction(0n), actual: fraction(1_000_000_00n), covered: 0 });
    expect(contractSides(pairs, new Set(['GM0014']))).toMatchObject({ expected: null, actual: null });
  });
});

test.each([
  [['JH1222'], true],
  [['JH12121', 'JH1224'], true],
  [['JH1221'], false],
  [['JH12121', 'JB111'], false],
  [[], false],
])('forms of care %j have beds: %s', (forms, expected) => {
  expect(haveBeds(forms)).toBe(expected);
});
