import type { ContractSide } from '../../../src/domain/vocabulary';
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

/** Every contract as each of its two sides reported it, in the delivery of the year in which it started. */
export function contractTable(world: World): Table {
  return {
    name: 'contract',
    ids: `${world.size}/contract-ids`,
    columns: COLUMNS,
    *rows() {
      const chance = new Chance(`${world.size}/contract-reports`);
      for (const contract of world.contracts) {
        const year = Math.max(FIRST_YEAR, Number(contract.startsOn.slice(0, 4)));
        const byProvider = world.filing.ofProvider.get(contract.provider)?.covenantYear.get(year);
        const byClient = clientDelivery(world, contract, year);
        if (byProvider?.submittedAt && !chance.yes(UNREPORTED)) yield reported(contract, 'PROVIDER', byProvider, 1);
        if (byClient?.submittedAt && !chance.yes(UNREPORTED)) {
          const factor = chance.yes(DIFFERS) ? chance.pick([0.8, 0.88, 1.1, 1.18]) : 1;
          yield reported(contract, 'CLIENT', byClient, factor);
        }
      }
    },
  };
}

function clientDelivery(
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
