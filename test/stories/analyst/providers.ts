/** Three very different providers, chosen by what the API says of them, and everything it tells of each. */
import { ask, every, type Told } from './desk';

/** What is computed of a provider, quarter by quarter, the earliest first. */
export interface Books {
  readonly id: string;
  readonly name: string;
  readonly quarters: readonly Told[];
  readonly assessments: readonly Told[];
}

/** And what it was computed from. */
export interface Dossier extends Books {
  readonly key: string;
  /** Codes of the region of its seat, and of the forms of care that it offers. */
  readonly seat: string;
  readonly offered: readonly string[];
  readonly figures: readonly Told[];
  readonly findings: readonly Told[];
  readonly personnel: readonly Told[];
  readonly contracts: readonly Told[];
  readonly declarations: readonly Told[];
  readonly deliveries: readonly Told[];
}

const QUARTER = `quarter quarterEnd revenueCents revenueYouthCents employedStaffCostsCents hiredStaffCostsCents otherCostsCents
  netResultCents yearToDateResultCents equityCents balanceTotalCents currentAssetsCents currentLiabilitiesCents cashCents
  overdueCreditorsCents openInvoicesCents nonBillableProductionCents declaredProductionCents budgetRevenueYouthCents foreseesRisk
  solvency equityToRevenue profitability currentRatio daysCash pnilRatio nonBillableShare youthShare budgetRealisation
  origins { figure source inputs { name value period source } }`;
const ASSESSMENT = `quarter trede isAssessable previousTrede points riskClass computedAt
  criteria { code trede figure holds value limit unit basis asOf source missing }
  scorecard { code value unit points pointsMax } indications { cause indicator value unit }`;

export const FIGURE = 'item value unit periodStart periodEnd isCumulative isCurrent source';

const FINDING = 'code severity quarter figures { name period value }';
const PERSONNEL = `periodStart periodEnd staffInflow staffOutflow formationPrimaryFte occupancyPrimaryFte formationTotalFte
  occupancyTotalFte sicknessPrimary vacancies personnelCostsCents hiredStaffCostsCents occupancyRatio pnilRatio`;
const CONTRACT = `id reference startsOn endsOn annualValueCents reportedBy clientKind careForm { code } region { code }
  client { ... on Municipality { code } ... on Region { code } ... on NationalClient { name } }`;
const DECLARATION = 'amountCents unit volume periodStart municipality { code } region { code } careForm { code }';
const DELIVERY = 'uitvraagKey periodStart periodEnd dueOn submittedAt version';

/** By its code; all municipalities together are the LTA. */
const withClient = (contract: Told) => ({ ...contract, client: contract.client.code ?? 'LTA' });
const inOrder = (rows: readonly Told[]) => [...rows].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));

async function booksOf({ id, name }: Told): Promise<Books> {
  const question = `query ($id: ID!) { provider(id: $id) {
    quarters(first: 20) { nodes { ${QUARTER} } } assessments(first: 20) { nodes { ${ASSESSMENT} } } } }`;
  const { quarters, assessments } = (await ask(question, { id })).provider;
  return { id, name, quarters: inOrder(quarters.nodes), assessments: inOrder(assessments.nodes) };
}

async function dossierOf({ id, name }: Told): Promise<Dossier> {
  const question =
    'query ($id: ID!) { provider(id: $id) { key seatRegion { code } careForms(first: 100) { nodes { code } } } }';
  const { provider } = await ask(question, { id });
  return {
    ...(await booksOf({ id, name })),
    ...{ key: provider.key, seat: provider.seatRegion.code },
    offered: provider.careForms.nodes.map(({ code }: Told) => code),
    figures: await every('figures', 'FigureFilter', { providerId: id, isCurrent: true }, FIGURE),
    findings: await every('findings', 'FindingFilter', { providerId: id }, FINDING),
    personnel: await every('personnel', 'PersonnelReportFilter', { providerId: id }, PERSONNEL),
    contracts: (await every('contracts', 'ContractFilter', { providerId: id }, CONTRACT)).map(withClient),
    declarations: await every('declarations', 'DeclarationFilter', { providerId: id }, DECLARATION),
    deliveries: await every('deliveries', 'DeliveryFilter', { providerId: id }, DELIVERY),
  };
}

/** One in great trouble, one that is healthy and once delivered what cannot be, one that is estimated and not assessable. */
async function choose(): Promise<Told[]> {
  const { riskDashboard } = await ask(`{ riskDashboard { top(first: 30) { nodes {
    trede provider { id name
      quarters(first: 16) { nodes { origins { source } } }
      findings(filter: { severity: DO_NOT_COUNT }, first: 1) { totalCount }
      contracts(first: 1) { totalCount } } } } } }`);
  const nodes: Told[] = riskDashboard.top.nodes;
  const isEstimated = ({ provider }: Told) =>
    provider.quarters.nodes.some(({ origins }: Told) => origins.some(({ source }: Told) => source === 'ESTIMATE'));
  const mostContracts = (a: Told, b: Told) => b.provider.contracts.totalCount - a.provider.contracts.totalCount;
  const chosen = [
    nodes.filter(({ trede }) => trede === 5).sort(mostContracts)[0],
    nodes.find(({ trede, provider }) => trede === 1 && provider.findings.totalCount > 0),
    nodes.filter((one) => one.trede === null && isEstimated(one)).sort(mostContracts)[0],
  ];
  return chosen.map(({ provider }) => provider);
}

let known: Promise<Dossier[]> | undefined;

/** Asked once for all chapters. */
export function dossiers(): Promise<Dossier[]> {
  known ??= choose().then((chosen) => Promise.all(chosen.map(dossierOf)));
  return known;
}

/** What needs no more than the books can be worked out of everybody. */
export async function everybody(): Promise<Books[]> {
  const { riskDashboard } = await ask('{ riskDashboard { top(first: 100) { nodes { provider { id name } } } } }');
  return Promise.all(riskDashboard.top.nodes.map(({ provider }: Told) => booksOf(provider)));
}
