/** The country as the API lists it over the four quarters up to one: what markets of care are made of. */
import { before, endOf, type Known, lastDayOf, startOf } from './calculator';
import { ask, every, type Told } from './desk';

/** What the API lists of the whole country, of the four quarters. */
export interface Country {
  readonly quarter: string;
  readonly declarations: readonly Told[];
  readonly contracts: readonly Told[];
  readonly reports: readonly Told[];
  readonly referrals: readonly Told[];
  /** What there is to know of a provider, by its id. */
  readonly providers: ReadonlyMap<string, Told>;
  /** A form of care and all that lie beneath it, or above it. */
  readonly beneath: (code: string) => readonly string[];
  readonly above: (code: string) => readonly string[];
}

const CONTRACT = `annualValueCents reportedBy startsOn endsOn careForm { code } region { code } provider { id }
  client { ... on Municipality { code } ... on Region { code } ... on NationalClient { name } }`;
const DECLARATION = 'amountCents unit volume careForm { code } region { code } provider { id }';
const REPORT = 'clients periodStart careForm { code } region { code } municipality { code }';
const REFERRAL = 'referrals starts waitingDays careForm { code } region { code }';
const PROVIDER = `id concern { id } designation { isCrucial } tredeDecisions(first: 1) { nodes { trede } }
  figures(filter: { item: ["bed_occupancy_realised"], isCurrent: true, source: DELIVERY }, first: 5) { nodes { value periodEnd } }`;

async function treeOfForms(): Promise<Pick<Country, 'beneath' | 'above'>> {
  const forms = await every('careForms', 'CareFormFilter', {}, 'code parent { code }');
  const parents = new Map<string, string | null>(forms.map(({ code, parent }) => [code, parent?.code ?? null]));
  const above = (code: string): string[] => {
    const parent = parents.get(code) ?? null;
    return parent === null ? [] : [parent, ...above(parent)];
  };
  return {
    above,
    beneath: (code) => [...parents.keys()].filter((form) => form === code || above(form).includes(code)),
  };
}

export async function countryIn(quarter: string, regions: readonly string[]): Promise<Country> {
  const period = { from: startOf(before(quarter, 3)), to: endOf(quarter) };
  const inRegions = async (list: string, Filter: string, of: string) =>
    (await Promise.all(regions.map((code) => every(list, Filter, period, of, `region(code: "${code}")`)))).flat();
  const { riskDashboard } = await ask(
    '{ riskDashboard { top(first: 100) { nodes { trede riskClass provider { id } } } } }',
  );
  const standings = new Map<string, Told>(riskDashboard.top.nodes.map((one: Told) => [one.provider.id, one]));
  const providers = await every('providers', 'ProviderFilter', {}, PROVIDER);
  return {
    quarter,
    declarations: await every('declarations', 'DeclarationFilter', period, DECLARATION),
    contracts: await every('contracts', 'ContractFilter', { runsOn: lastDayOf(quarter) }, CONTRACT),
    reports: await inRegions('municipalReports', 'MunicipalReportFilter', REPORT),
    referrals: await inRegions('referrals', 'ReferralFilter', REFERRAL),
    providers: new Map(providers.map((one) => [one.id, { ...one, standing: standings.get(one.id) ?? null }])),
    ...(await treeOfForms()),
  };
}

/** As people decided it, else as it was computed. */
export const tredeOf = ({ providers }: Country, id: string): Known => {
  const of = providers.get(id);
  const [decided, computed] = [of?.tredeDecisions.nodes[0]?.trede ?? null, of?.standing?.trede ?? null];
  // What people decided, or what was computed when that is worse.
  if (computed === null) return decided !== null && decided >= 4 ? decided : null;
  return Math.max(decided ?? 0, computed);
};
