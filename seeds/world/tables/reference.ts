import {
  careForms,
  codeLists,
  KNOWN_SINCE,
  municipalities,
  provinces,
  regionNeighbours,
  regions,
  uitvragen,
} from '../../reference-data';
import { line, type Table } from './line';

const LIST_VERSION = 'CBS 85099NED 2022';

/** The real Netherlands: areas, code lists, and what is asked. */
export function referenceTables(): Table[] {
  const towns = municipalities();
  return [
    table('province', ['code', 'name'], () => provinces().map(({ code, name }) => line(code, name))),
    table('region', ['code', 'name', 'valid_from', 'inhabitants', 'youth_estimate', 'longitude', 'latitude'], () =>
      regions().map((r) => line(r.code, r.name, KNOWN_SINCE, r.inhabitants, r.youth, r.longitude, r.latitude)),
    ),
    table(
      'municipality',
      [
        'code',
        'name',
        'province_code',
        'region_code',
        'valid_from',
        'inhabitants',
        'youth_estimate',
        'longitude',
        'latitude',
      ],
      () =>
        towns.map((t) =>
          line(
            t.code,
            t.name,
            t.provinceCode,
            t.regionCode,
            t.validFrom,
            t.inhabitants,
            t.youth,
            t.longitude,
            t.latitude,
          ),
        ),
    ),
    table('region_membership', ['municipality_code', 'valid_from', 'region_code'], () =>
      towns.map((t) => line(t.code, t.validFrom, t.regionCode)),
    ),
    table('region_neighbour', ['region_code', 'neighbour_code'], () =>
      regionNeighbours().map(({ region, neighbour }) => line(region, neighbour)),
    ),
    table('care_form', ['code', 'name', 'parent_code', 'level', 'product_category', 'list_version'], () =>
      careForms().map((f) => line(f.code, f.name, f.parentCode, f.level, f.productCategory, LIST_VERSION)),
    ),
    table('code_list_entry', ['list_code', 'release', 'code', 'list_name', 'name'], () =>
      codeLists().map((e) => line(e.list, e.release, e.code, e.listName, e.name)),
    ),
    table('uitvraag', ['key', 'version', 'name', 'legal_basis', 'valid_from', 'valid_to'], () =>
      uitvragen().map((u) => line(u.key, u.version, u.name, u.legalBasis, u.validFrom, u.validTo)),
    ),
    table('uitvraag_item', UITVRAAG_ITEM, () =>
      uitvragen().flatMap((u) =>
        u.items.map((i) =>
          line(
            u.key,
            u.version,
            i.code,
            i.askedOf,
            i.label,
            i.figureItem,
            i.unit,
            i.frequency,
            i.isCumulative,
            i.isRequired,
            i.legalBasis,
          ),
        ),
      ),
    ),
  ];
}

const UITVRAAG_ITEM = [
  'uitvraag_key',
  'uitvraag_version',
  'code',
  'asked_of',
  'label',
  'figure_item',
  'unit',
  'frequency',
  'is_cumulative',
  'is_required',
  'legal_basis',
];

const table = (name: string, columns: readonly string[], rows: () => Iterable<string>): Table => ({
  name,
  columns,
  rows,
});
