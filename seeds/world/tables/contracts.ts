import type { ContractSide } from '../../../src/domain/vocabulary';
import { YEARS, yearStart } from '../calendar';
import { formAt } from '../care';
import { Chance } from '../chance';
import type { Contract } from '../contracts';
import type { Delivery } from '../delivering';
import type { World } from '../world';
import { codes, type Table } from './line';

const COLUMNS = [
  'provider_id',
  'client_kind',
  'client_municipality_code',
  'client_region_code',
  'region_code',
  'care_form_code',
  'reported_by',
  'delivery_id',
  'reference',
  'starts_on',
  'ends_on',
  'annual_value_cents',
  'type',
  'procurement',
  'funding',
];
/** How often one side does not report, or reports another value than the other: what mismatch 5 is to find. */
const UNREPORTED = 0.02;
const DIFFERS = 0.06;
const FIRST_YEAR = 2022;

/** Every contract as each of its two sides reported it, in the last delivery of a year in which it ran. */
export function contractTable(world: World): Table {
  return {
    name: 'contract',
    ids: `${world.size}/contract-ids`,
    columns: COLUMNS,
    *rows() {
      const chance = new Chance(`${world.size}/contract-reports`);
      for (const contract of world.contracts) {
        const ofProvider = world.filing.ofProvider.get(contract.provider)?.covenantYear;
        const byProvider = lastToldIn(contract, (year) => ofProvider?.get(year));
        const byClient = lastToldIn(contract, (year) => clientDelivery(world, contract, year));
        if (byProvider && !chance.yes(UNREPORTED)) yield reported(contract, 'PROVIDER', byProvider, 1);
        if (byClient && !chance.yes(UNREPORTED)) {
          const factor = chance.yes(DIFFERS) ? chance.pick([0.8, 0.88, 1.1, 1.18]) : 1;
          yield reported(contract, 'CLIENT', byClient, factor);
        }
      }
    },
  };
}

/** The last list of its party that a contract was in, when it was in that of the year in which it started. */
function lastToldIn({ startsOn, endsOn }: Contract, listOf: (year: number) => Delivery | undefined) {
  const first = Math.max(FIRST_YEAR, Number(startsOn.slice(0, 4)));
  if (!listOf(first)?.submittedAt) return undefined;
  const years = YEARS.filter((year) => year >= first && yearStart(year) < endsOn);
  return years.map(listOf).findLast((list) => list?.submittedAt) ?? listOf(first);
}

/** The list of a year of the client of a contract. */
export function clientDelivery(
  { filing }: World,
  { clientKind, municipalityCode, regionCode }: Contract,
  year: number,
): Delivery | undefined {
  if (clientKind === 'LTA') return filing.vngYear.get(year);
  if (clientKind === 'REGION') return filing.regionYear.get(`${regionCode}/${year}`);
  return filing.townYear.get(`${municipalityCode}/${year}`);
}

function reported(contract: Contract, side: ContractSide, delivery: Delivery, factor: number): string {
  const { provider, form, clientKind, municipalityCode, clientRegionCode, regionCode, reference } = contract;
  return codes(
    provider.id,
    clientKind,
    municipalityCode,
    clientRegionCode,
    regionCode,
    formAt(form).code,
    side,
    delivery.id,
    reference,
    contract.startsOn,
    contract.endsOn,
    Math.round(contract.annualValue * factor),
    contract.type,
    contract.procurement,
    contract.funding,
  );
}
