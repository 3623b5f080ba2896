/** Mismatch 5: what the two sides of a contract report, laid side by side per contract and added up. */
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import type { DisagreementKind } from '../vocabulary';
import { compare, TOLERANCE, type Tolerance } from './compare';
import type { ContractPair } from './contract-pairs';
import { type Measured, measured } from './measure';

/** What can be wrong with a contract that both sides should report alike (Bijlage 4, providers 7 and municipalities 2). */
export const CONTRACT_DISAGREEMENTS = {
  ONLY_PROVIDER: {
    en: 'only the provider reports this contract',
    nl: 'alleen de aanbieder geeft dit contract op',
  },
  ONLY_CLIENT: {
    en: 'only the client reports this contract',
    nl: 'alleen de opdrachtgever geeft dit contract op',
  },
  VALUE_DIFFERS: {
    en: 'the annual values differ more than the tolerance',
    nl: 'de jaarwaarden verschillen meer dan de marge',
  },
  VALUE_UNKNOWN: {
    en: 'both sides report this contract, but not both its annual value',
    nl: 'beide zijden geven dit contract op, maar niet allebei de jaarwaarde',
  },
  OTHER_SIDE_SILENT: {
    en: 'the other side did not deliver its contracts, so this one cannot be compared',
    nl: 'de andere zijde leverde geen contracten aan; dit contract is dus niet te vergelijken',
  },
} as const satisfies Readonly<Partial<Record<DisagreementKind, Said>>>;
export type ContractDisagreement = keyof typeof CONTRACT_DISAGREEMENTS;

/** One line of the drill-down. */
export interface ContractFinding {
  readonly providerId: string;
  readonly client: string;
  readonly region: string | null;
  readonly careForm: string | null;
  /** Of the contract as the provider and as the client reported it; null when that side did not. */
  readonly providerContractId: string | null;
  readonly clientContractId: string | null;
  /** Annual values in cents; null when not reported. */
  readonly byProvider: bigint | null;
  readonly byClient: bigint | null;
  /** By the provider minus by the client, in cents; who does not report it says nothing. Null when a value is unknown. */
  readonly difference: bigint | null;
  readonly what: ContractDisagreement;
}

/** Which providers (by id) and clients (by code) did not deliver their contracts: their silence is no denial. */
export type Silent = Pick<ReadonlySet<string>, 'has'>;

/** How contracts are judged. */
export interface ContractRule {
  readonly tolerance?: Tolerance;
  readonly silent?: Silent;
}

/** What is wrong with one contract; null when both sides agree. */
export function contractFinding(pair: ContractPair, rule: ContractRule = {}): ContractFinding | null {
  const what = disagreementOn(pair, rule);
  if (what === null) return null;
  const { providerId, client, region, careForm, byProvider, byClient } = pair;
  return {
    providerId,
    client,
    region,
    careForm,
    providerContractId: byProvider?.id ?? null,
    clientContractId: byClient?.id ?? null,
    byProvider: byProvider?.annualValue ?? null,
    byClient: byClient?.annualValue ?? null,
    difference: differenceOf(pair, rule.silent),
    what,
  };
}

/** Every disagreement, in the order of the pairs. */
export function contractFindings(pairs: readonly ContractPair[], rule: ContractRule = {}): ContractFinding[] {
  return pairs.flatMap((pair) => contractFinding(pair, rule) ?? []);
}

/**
 * The pairs of a provider, municipality, region or the country added up: expected is what the clients say, actual what the
 * provider says, covered how many contracts both report. A contract that one side does not report is zero in its sum, as
 * in its difference; one of which a value is unknown, or of which the other side is silent, is left out of both.
 */
export function contractSides(pairs: Iterable<ContractPair>, silent?: Silent): Measured {
  let expected: bigint | null = null;
  let actual: bigint | null = null;
  let covered = 0;
  let coverable = 0;
  for (const pair of pairs) {
    coverable++;
    if (differenceOf(pair, silent) === null) continue;
    if (pair.byProvider && pair.byClient) covered++;
    expected = (expected ?? 0n) + (pair.byClient?.annualValue ?? 0n);
    actual = (actual ?? 0n) + (pair.byProvider?.annualValue ?? 0n);
  }
  return measured('EUR_CENT', { expected, actual, covered, coverable });
}

/** What is wrong, in words with the annual values as each side that reports the contract gives them. */
export function sayContractFinding(
  finding: Pick<
    ContractFinding,
    'what' | 'providerContractId' | 'clientContractId' | 'byProvider' | 'byClient' | 'difference'
  >,
  language: Language,
): string {
  const { what, providerContractId, clientContractId, byProvider, byClient, difference } = finding;
  const said = (cents: bigint | null) =>
    cents === null ? VALUES.unknown[language] : inWords(Number(cents), 'EUR_CENT', language);
  const values = [
    ...(providerContractId === null ? [] : [`${said(byProvider)} ${VALUES.byProvider[language]}`]),
    ...(clientContractId === null ? [] : [`${said(byClient)} ${VALUES.byClient[language]}`]),
    ...(what === 'VALUE_DIFFERS' ? [`${VALUES.difference[language]} ${said(difference)}`] : []),
  ];
  return `${CONTRACT_DISAGREEMENTS[what][language]}: ${values.join('; ')}`;
}

const VALUES = {
  unknown: { en: 'an unknown amount', nl: 'een onbekend bedrag' },
  byProvider: { en: 'a year according to the provider', nl: 'per jaar volgens de aanbieder' },
  byClient: { en: 'a year according to the client', nl: 'per jaar volgens de opdrachtgever' },
  difference: { en: 'difference', nl: 'verschil' },
} as const satisfies Readonly<Record<string, Said>>;

function disagreementOn(
  pair: ContractPair,
  { tolerance = TOLERANCE, silent }: ContractRule,
): ContractDisagreement | null {
  const { byProvider, byClient } = pair;
  if (!byProvider || !byClient) {
    if (isOtherSilent(pair, silent)) return 'OTHER_SIDE_SILENT';
    return byProvider ? 'ONLY_PROVIDER' : 'ONLY_CLIENT';
  }
  const [expected, actual] = [byClient.annualValue, byProvider.annualValue];
  const { verdict } = compare({ expected, actual, covered: 1, coverable: 1, tolerance });
  if (verdict === 'INCOMPLETE') return 'VALUE_UNKNOWN';
  return verdict === 'WITHIN_TOLERANCE' ? null : 'VALUE_DIFFERS';
}

function isOtherSilent({ providerId, client, byProvider }: ContractPair, silent?: Silent): boolean {
  return silent?.has(byProvider ? client : providerId) ?? false;
}

/** Null when there is nothing to compare: a value is unknown, or the other side reported nothing whatever. */
function differenceOf(pair: ContractPair, silent?: Silent): bigint | null {
  const { byProvider, byClient } = pair;
  if ((!byProvider || !byClient) && isOtherSilent(pair, silent)) return null;
  const ours = byProvider ? byProvider.annualValue : 0n;
  const theirs = byClient ? byClient.annualValue : 0n;
  return ours === null || theirs === null ? null : ours - theirs;
}
