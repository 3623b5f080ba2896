import {
  municipalities,
  observations,
  type ReferenceMunicipality,
  type ReferenceRegion,
  regions,
} from '../reference-data';
import { CARE_FORMS } from './care';
import type { Scale } from './size';

export interface Municipality extends ReferenceMunicipality {
  /** Young people with youth care, from the CBS rate of the province (84134NED, 2020). */
  readonly volume: number;
  readonly isActive: boolean;
}

export interface Region extends ReferenceRegion {
  readonly municipalities: readonly Municipality[];
  readonly volume: number;
  readonly isActive: boolean;
}

/** The real country that the invented providers work in, with how much youth care is used where. */
export interface Country {
  readonly regions: readonly Region[];
  readonly municipalities: readonly Municipality[];
  readonly activeRegions: readonly Region[];
  readonly activeMunicipalities: readonly Municipality[];
  /** Per form of care (order of CARE_FORMS): its share of all young people with care, CBS 85099NED. */
  readonly clientShares: readonly number[];
  /** Per form of care: its share of the euros. */
  readonly euroShares: readonly number[];
  /** The part of the country's volume that lies in the active regions. */
  readonly activeShare: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function careRates(towns: readonly ReferenceMunicipality[]): Map<string, number> {
  const youth = new Map<string, number>();
  for (const town of towns) youth.set(town.provinceName, (youth.get(town.provinceName) ?? 0) + town.youth);
  const published = observations().filter(
    (row) => row.tabel === '84134NED' && row.regio_type === 'provincie' && row.maat === 'jongeren',
  );
  return new Map(published.map((row) => [row.regio_naam, Number(row.waarde) / (youth.get(row.regio_naam) ?? 1)]));
}

function clientsPerForm(): number[] {
  const rows = observations().filter((row) => row.regio_type === 'land' && row.maat.startsWith('jongeren'));
  const ends = observations().filter((row) => row.vorm_code === 'JR 1' && row.periode === '2022-06-30');
  return CARE_FORMS.map(({ cbsCode }) => {
    const published = rows.find(
      (row) => row.tabel === '85099NED' && row.vorm_code === cbsCode && row.maat === 'jongeren',
    );
    return Number((published ?? ends[0])?.waarde);
  });
}

export function country(scale: Scale): Country {
  const towns = municipalities();
  const rates = careRates(towns);
  const active = scale.activeRegions === 'all' ? null : new Set<string>(scale.activeRegions);
  const isActive = (code: string) => active === null || active.has(code);
  const all = towns.map((town) => ({
    ...town,
    volume: town.youth * (rates.get(town.provinceName) ?? 0),
    isActive: isActive(town.regionCode),
  }));
  const areas = regions().map((region) => {
    const within = all.filter((town) => town.regionCode === region.code);
    return {
      ...region,
      municipalities: within,
      volume: sum(within.map((town) => town.volume)),
      isActive: isActive(region.code),
    };
  });
  const clients = clientsPerForm();
  const euros = clients.map((count, form) => count * (CARE_FORMS[form]?.eurosPerClient ?? 0));
  const activeRegions = areas.filter((region) => region.isActive);
  return {
    regions: areas,
    municipalities: all,
    activeRegions,
    activeMunicipalities: all.filter((town) => town.isActive),
    clientShares: clients.map((count) => count / sum(clients)),
    euroShares: euros.map((amount) => amount / sum(euros)),
    activeShare: sum(activeRegions.map((region) => region.volume)) / sum(areas.map((region) => region.volume)),
  };
}
