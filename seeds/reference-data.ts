import type { UitvraagDefinition } from '../src/domain/uitvraag/definition';
import { type Arcs, neighboursOf } from '../src/domain/waterbed/neighbours';
import { csvRows, referenceText } from './csv';

export interface ReferenceRegion {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  readonly youth: number;
  readonly longitude: number;
  readonly latitude: number;
}

export interface ReferenceMunicipality extends ReferenceRegion {
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly regionCode: string;
  readonly validFrom: string;
}

export interface ReferenceCareForm {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly level: number;
  readonly productCategory: string | null;
}

/** A CBS code as the database writes it: "JH 1221" becomes "JH1221". */
export const careFormCode = (cbs: string) => cbs.replaceAll(' ', '');

/** All others of today existed in the CBS table of 2016 (83287NED); these came from a merger later. */
const MERGED_IN: Readonly<Record<string, string>> = {
  GM1948: '2017-01-01',
  GM1949: '2018-01-01',
  GM1950: '2018-01-01',
  GM1952: '2018-01-01',
  GM1954: '2019-01-01',
  GM1959: '2019-01-01',
  GM1960: '2019-01-01',
  GM1961: '2019-01-01',
  GM1963: '2019-01-01',
  GM1966: '2019-01-01',
  GM1969: '2019-01-01',
  GM1970: '2019-01-01',
  GM1978: '2019-01-01',
  GM1979: '2021-01-01',
  GM1980: '2022-01-01',
  GM1982: '2022-01-01',
  GM1991: '2022-01-01',
  GM1992: '2023-01-01',
};

/** The first day from which the CBS tables that we hold know the regions. */
export const KNOWN_SINCE = '2016-01-01';

export function provinces(): { code: string; name: string }[] {
  return csvRows<'provincie_code' | 'provincie_naam'>(referenceText('areas/provincies.csv')).map((row) => ({
    code: row.provincie_code,
    name: row.provincie_naam,
  }));
}

export function regions(): ReferenceRegion[] {
  type Column = 'jeugdregio_code' | 'jeugdregio_naam' | 'inwoners_2022' | 'inwoners_0_17_2022_geschat' | 'lon' | 'lat';
  return csvRows<Column>(referenceText('areas/jeugdregios_2025.csv')).map((row) => ({
    code: row.jeugdregio_code,
    name: row.jeugdregio_naam,
    inhabitants: Number(row.inwoners_2022),
    youth: Number(row.inwoners_0_17_2022_geschat),
    longitude: Number(row.lon),
    latitude: Number(row.lat),
  }));
}

/** Which regions border on each other, each pair both ways: from the borders that they share on the map. */
export function regionNeighbours(): { region: string; neighbour: string }[] {
  type Mapped = { readonly arcs: Arcs; readonly properties: { readonly code: string } };
  const map: { objects: { jeugdregio: { geometries: Mapped[] } } } = JSON.parse(
    referenceText('geo/jeugdregio_2025_merged.topojson'),
  );
  const mapped = map.objects.jeugdregio.geometries.map(({ arcs, properties: { code } }) => ({ code, arcs }));
  return [...neighboursOf(mapped)].flatMap(([region, others]) => others.map((neighbour) => ({ region, neighbour })));
}

export function municipalities(): ReferenceMunicipality[] {
  type Area =
    | 'gemeente_code'
    | 'gemeente_naam'
    | 'provincie_code'
    | 'provincie_naam'
    | 'jeugdregio_code'
    | 'lon'
    | 'lat';
  const people = new Map(
    csvRows<'gemeente_code' | 'inwoners' | 'inwoners_0_17_geschat'>(
      referenceText('areas/gemeenten_kerncijfers_2022.csv'),
    ).map((row) => [row.gemeente_code, row]),
  );
  return csvRows<Area>(referenceText('areas/gemeenten_jeugdregio_2025.csv')).map((row) => ({
    code: row.gemeente_code,
    name: row.gemeente_naam,
    provinceCode: row.provincie_code,
    provinceName: row.provincie_naam,
    regionCode: row.jeugdregio_code,
    validFrom: MERGED_IN[row.gemeente_code] ?? KNOWN_SINCE,
    inhabitants: Number(people.get(row.gemeente_code)?.inwoners),
    youth: Number(people.get(row.gemeente_code)?.inwoners_0_17_geschat),
    longitude: Number(row.lon),
    latitude: Number(row.lat),
  }));
}

export function careForms(): ReferenceCareForm[] {
  type Column = 'code' | 'naam' | 'bovenliggend' | 'niveau' | 'ijw_productcategorie_jz020_equivalent';
  return csvRows<Column>(referenceText('codelists/cbs_vormen_van_jeugdzorg.csv')).map((row) => ({
    code: careFormCode(row.code),
    name: row.naam,
    parentCode: row.bovenliggend === '' ? null : careFormCode(row.bovenliggend),
    level: Number(row.niveau),
    productCategory: row.ijw_productcategorie_jz020_equivalent || null,
  }));
}

export function codeLists(): { list: string; listName: string; code: string; name: string; release: string }[] {
  type Column = 'lijst_code' | 'lijst_naam' | 'code' | 'waarde' | 'release';
  return csvRows<Column>(referenceText('codelists/ijw_3_2_codelijsten.csv')).map((row) => ({
    list: row.lijst_code,
    listName: row.lijst_naam,
    code: row.code,
    name: row.waarde,
    release: row.release,
  }));
}

export function uitvragen(): UitvraagDefinition[] {
  return ['convenant-bijlage-4', 'regeling-jeugdwet-8g'].map(
    (key) => JSON.parse(referenceText(`uitvraag/${key}.json`)) as UitvraagDefinition,
  );
}

type Observation = 'tabel' | 'periode' | 'regio_type' | 'regio_naam' | 'vorm_code' | 'maat' | 'waarde';

/** One published number of CBS, by table, period, kind and name of the area, form and measure. */
export function observations(): Record<Observation, string>[] {
  return csvRows<Observation>(referenceText('statistics/cbs_jeugdzorg_observaties.csv'));
}

/** The published figures of the sector that the invented world is compared with. */
export function benchmarks(): Record<'indicator' | 'periode' | 'groep' | 'waarde', string>[] {
  return csvRows<'indicator' | 'periode' | 'groep' | 'waarde'>(referenceText('statistics/sector_benchmarks.csv'));
}
