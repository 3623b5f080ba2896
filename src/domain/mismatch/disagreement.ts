/** What two sources disagree about, as it is stored with the comparison (entities/mismatch.ts) and said to people. */
import type { Language } from '../language';
import { type ContractDisagreement, type ContractFinding, sayContractFinding } from './contract-sides';
import { FORM_FINDINGS, type FormFinding, type FormFindingKind, NATIONAL, sayFormFinding } from './forms-offered';

/** Short, because there are many: what is not known, or not applicable, is absent. Amounts are whole cents a year. */
export interface Disagreement {
  readonly what: ContractDisagreement | FormFindingKind;
  readonly region?: string;
  readonly care_form?: string;
  readonly by_provider?: number;
  readonly by_client?: number;
  readonly difference?: number;
  /** The contract as each side reported it: its id, without the name of the type. */
  readonly provider_contract?: string;
  readonly client_contract?: string;
}

export function disagreementOnContract(finding: ContractFinding): Disagreement {
  const { what, region, careForm, byProvider, byClient, difference, providerContractId, clientContractId } = finding;
  return {
    what,
    ...(region !== null && { region }),
    ...(careForm !== null && { care_form: careForm }),
    ...(byProvider !== null && { by_provider: Number(byProvider) }),
    ...(byClient !== null && { by_client: Number(byClient) }),
    ...(difference !== null && { difference: Number(difference) }),
    ...(providerContractId !== null && { provider_contract: keyOf(providerContractId) }),
    ...(clientContractId !== null && { client_contract: keyOf(clientContractId) }),
  };
}

export function disagreementOnForm({ what, region, careForm }: FormFinding): Disagreement {
  return { what, ...(region !== null && region !== NATIONAL && { region }), care_form: careForm };
}

/** What is wrong, in one sentence without a full stop. */
export function sayDisagreement(said: Disagreement, language: Language): string {
  const { what } = said;
  if (isOnForm(what)) return sayFormFinding({ what }, language);
  const cents = (amount: number | undefined) => (amount === undefined ? null : BigInt(amount));
  return sayContractFinding(
    {
      what,
      providerContractId: said.provider_contract ?? null,
      clientContractId: said.client_contract ?? null,
      byProvider: cents(said.by_provider),
      byClient: cents(said.by_client),
      difference: cents(said.difference),
    },
    language,
  );
}

const isOnForm = (what: ContractDisagreement | FormFindingKind): what is FormFindingKind => what in FORM_FINDINGS;

/** "Contract:<uuid>", as the API names it, without the name. */
const keyOf = (id: string) => id.slice(id.indexOf(':') + 1);
