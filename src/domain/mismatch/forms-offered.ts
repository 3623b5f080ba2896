/**
 * Mismatch 6: the forms of care that clients contracted with a provider (Regeling Jeugdwet 8g lid 1 b) beside the forms it
 * says it offers (8g b3) and those of the subcontractors it named (b16). Codes are of one and the same list.
 */
import type { ContractFact } from '../facts';
import { either } from '../ladder/run';
import type { Language, Said } from '../language';
import type { DisagreementKind } from '../vocabulary';
import { addUpPairs, type Pair } from './add-up';
import { type Measured, measured } from './measure';

export const NATIONAL = 'LTA';

export const FORM_FINDINGS = {
  NOT_OFFERED: {
    en: 'contracted, but the provider does not offer it, nor do its subcontractors',
    nl: 'gecontracteerd, maar de aanbieder biedt het niet aan, en zijn onderaannemers ook niet',
  },
  NOT_OFFERED_UNLESS_SUBCONTRACTED: {
    en: 'contracted, but the provider does not offer it; whether its subcontractors do is unknown',
    nl: 'gecontracteerd, maar de aanbieder biedt het niet aan; of zijn onderaannemers dat doen is onbekend',
  },
  OFFER_UNKNOWN: {
    en: 'contracted; which forms the provider offers was not delivered',
    nl: 'gecontracteerd; welke vormen de aanbieder aanbiedt is niet aangeleverd',
  },
  CONTRACTED_NOWHERE: {
    en: 'offered, but no client reported a contract for it',
    nl: 'aangeboden, maar geen opdrachtgever gaf er een contract voor op',
  },
} as const satisfies Readonly<Partial<Record<DisagreementKind, Said>>>;
export type FormFindingKind = keyof typeof FORM_FINDINGS;

/** One line of the drill-down. CONTRACTED_NOWHERE is information, and counts in no verdict. */
export interface FormFinding {
  readonly providerId: string;
  /** "JZ01", "LTA" for a national contract; null when it is about no region in particular. */
  readonly region: string | null;
  readonly careForm: string;
  readonly what: FormFindingKind;
}

export interface FormsOfProvider {
  readonly providerId: string;
  /** By region, or LTA: the forms that clients reported a contract for. */
  readonly contracted: ReadonlyMap<string, ReadonlySet<string>>;
  /** Null when not delivered. */
  readonly offered: ReadonlySet<string> | null;
  /** The forms of the subcontractors; empty when it said to have none, null when that is not known. */
  readonly subcontracted: ReadonlySet<string> | null;
}

/** One provider in one region. */
export interface FormsInRegion {
  readonly providerId: string;
  readonly region: string;
  /** How many forms are contracted, and how many of them are provided: null when that hangs on what is unknown. */
  readonly forms: Pair;
}

export interface FormsBeside {
  readonly inRegions: readonly FormsInRegion[];
  readonly findings: readonly FormFinding[];
}

/** By region, the forms that clients say they contracted on a day; national contracts under LTA. */
export function contractedForms(contracts: readonly ContractFact[], day: string): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const { reportedBy, careForm, region, startsOn, endsOn } of contracts) {
    if (reportedBy !== 'CLIENT' || careForm === null || startsOn > day || (endsOn !== null && endsOn <= day)) continue;
    const there = forms.get(region ?? NATIONAL) ?? new Set();
    forms.set(region ?? NATIONAL, there.add(careForm));
  }
  return forms;
}

/** Lays the forms of one provider side by side, region by region. The order of regions and forms does not matter. */
export function formsBeside({ providerId, contracted, offered, subcontracted }: FormsOfProvider): FormsBeside {
  const isProvided = (form: string) => either(offered?.has(form) ?? null, subcontracted?.has(form) ?? null);
  const inRegions: FormsInRegion[] = [];
  const findings: FormFinding[] = [];
  for (const region of [...contracted.keys()].sort()) {
    const forms = [...(contracted.get(region) ?? [])].sort();
    const provided = forms.map(isProvided);
    const isKnown = !provided.includes(null);
    const actual = isKnown ? BigInt(provided.filter(Boolean).length) : null;
    inRegions.push({ providerId, region, forms: { expected: BigInt(forms.length), actual } });
    for (const [at, careForm] of forms.entries()) {
      if (provided[at]) continue;
      findings.push({ providerId, region, careForm, what: gapOf(offered, subcontracted) });
    }
  }
  const anywhere = new Set([...contracted.values()].flatMap((forms) => [...forms]));
  const nowhere = [...(offered ?? [])].filter((form) => !anywhere.has(form)).sort();
  const idle = nowhere.map((careForm) => ({ providerId, region: null, careForm, what: 'CONTRACTED_NOWHERE' as const }));
  return { inRegions, findings: [...findings, ...idle] };
}

/** Of a provider, a region or the country: forms contracted beside forms of them provided, per provider and region. */
export function formsSides(inRegions: readonly FormsInRegion[]): Measured {
  return measured('COUNT', addUpPairs(inRegions.map(({ forms }) => forms)));
}

export function sayFormFinding({ what }: Pick<FormFinding, 'what'>, language: Language): string {
  return FORM_FINDINGS[what][language];
}

function gapOf(offered: ReadonlySet<string> | null, subcontracted: ReadonlySet<string> | null): FormFindingKind {
  if (offered === null) return 'OFFER_UNKNOWN';
  return subcontracted === null ? 'NOT_OFFERED_UNLESS_SUBCONTRACTED' : 'NOT_OFFERED';
}
