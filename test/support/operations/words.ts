/** Values that are worth asking with, taken from the world: some hit rows, some hit none. */
import { MODELS } from '../../../src/domain/models';
import type { Viewer } from '../../../src/policy/viewer';
import { TOLD } from '../oracle/told/index';
import type { Row, World } from '../oracle/world';

export interface Words {
  /** Values of a filter or argument by its name. */
  readonly of: Readonly<Record<string, readonly unknown[]>>;
  /** Ids by type. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

const NODES = [
  ...[
    'Provider',
    'Concern',
    'Region',
    'Municipality',
    'CareForm',
    'Party',
    'Contract',
    'Declaration',
    'PersonnelReport',
  ],
  ...['Tariff', 'Referral', 'MunicipalReport', 'TenderCalendarEntry', 'Delivery', 'Figure', 'Assessment'],
  ...['TredeDecision', 'Melding', 'Mismatch', 'Indicator', 'Finding', 'Signal', 'Signaal'],
  ...['DraaiboekCase', 'CaseParty', 'Disclosure', 'Notice'],
];

const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** At most so many, spread evenly over all of them. */
function some<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[Math.floor(at * step)] as T);
}

const valuesOf = (rows: readonly Row[], property: string) => [
  ...new Set(rows.map((row) => row[property]).filter((value) => value !== null)),
];

const present = (values: readonly (string | null)[]) => values.filter((value): value is string => value !== null);

/** Rows of a type about the parties that ask come first: random rows of others would mostly be hidden. */
function idsOf(world: World, type: string, viewers: readonly Viewer[]): string[] {
  const key = TOLD[type]?.key ?? 'id';
  const own = viewers.flatMap(({ partyId, providerId, municipalityCode, regionCode }) => [
    ...some(world.where(type, 'providerId', providerId), 2),
    ...some(world.where(type, 'municipalityCode', municipalityCode), 2),
    ...some(world.where(type, 'clientMunicipalityCode', municipalityCode), 2),
    ...some(world.where(type, 'regionCode', regionCode), 2),
    ...some(world.where(type, 'reporterPartyId', partyId), 2),
    ...some(world.where(type, 'partyId', partyId), 2),
  ]);
  const rows = [...some(own, 24), ...some(world.all(type), 12)];
  return [...rows.map((row) => `${type}:${row[key]}`), `${type}:${key === 'code' ? 'XX99' : NOWHERE}`];
}

/** Deliveries that are being filled in and that were submitted: of those who ask first. */
const draftsOf = (world: World, viewers: readonly Viewer[]) =>
  ['DraftValue', 'DeliveredValue'].flatMap((type) => {
    const own = viewers.flatMap(({ partyId }) => some(world.where(type, 'partyId', partyId), 1));
    return [...own, ...some(world.all(type), 4)].map(({ deliveryId }) => `Delivery:${deliveryId}`);
  });

/** Pieces of names: two or three letters from the middle, in capitals and not. */
const pieces = (rows: readonly Row[]) =>
  some(rows, 12).map(({ name }, at) => {
    const piece = String(name).slice(at % 5, (at % 5) + 2 + (at % 2));
    return at % 2 === 0 ? piece.toUpperCase() : piece;
  });

const DAYS = [
  '2022-10-01',
  '2023-12-31',
  '2024-01-01',
  '2025-01-01',
  '2025-07-01',
  '2026-01-01',
  '2026-07-01',
  '2026-10-01',
];
const QUARTERS = ['2022Q4', '2024Q1', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3', '2027Q1'];

export function wordsOf(world: World, viewers: readonly Viewer[]): Words {
  const of = (type: string, property: string, most = 12) => some(valuesOf(world.all(type), property), most);
  const providers = [...present(viewers.map(({ providerId }) => providerId)), ...(of('Provider', 'id', 8) as string[])];
  const municipalities = [
    ...present(viewers.map(({ municipalityCode }) => municipalityCode)),
    ...of('Municipality', 'code', 8),
  ];
  const regions = [...present(viewers.map(({ regionCode }) => regionCode)), ...of('Region', 'code', 6), 'JZ99'];
  const careForms = [...of('Contract', 'careFormCode', 6), ...of('CareForm', 'code', 6)];
  return {
    of: {
      providerId: [...providers.map((id) => `Provider:${id}`), `Provider:${NOWHERE}`],
      municipalityCode: municipalities,
      seatMunicipalityCode: of('Provider', 'seatMunicipalityCode'),
      regionCode: regions,
      seatRegionCode: of('Provider', 'seatRegionCode'),
      provinceCode: of('Province', 'code'),
      careFormCode: careForms,
      parentCode: of('CareForm', 'parentCode'),
      areaCode: [...regions, 'NL'],
      nameContains: ['Provider', 'Municipality', 'Region', 'CareForm', 'Concern'].flatMap((type) =>
        pieces(world.all(type)),
      ),
      productCode: of('Tariff', 'productCode'),
      referrerCode: of('Referral', 'referrerCode'),
      uitvraagKey: of('Uitvraag', 'key'),
      key: of('Uitvraag', 'key'),
      item: of('Figure', 'item', 20),
      without: [
        'regeling-jeugdwet-8g b9',
        'regeling-jeugdwet-8g b4',
        'convenant-bijlage-4 A2.1',
        'convenant-bijlage-4 none',
      ],
      code: [...of('Indicator', 'code', 10), 'nothing'],
      modelVersion: [...MODELS.map(({ version }) => version), 'kruger-0'],
      version: [...MODELS.map(({ version }) => version), 'kruger-0'],
      level: [1, 2, 3, 4],
      section: [...of('DeliveredValue', 'section', 6), 'nothing'],
      deliveryId: [...draftsOf(world, viewers), `Delivery:${NOWHERE}`, 'Party:1'],
      trede: [1, 2, 3, 4, 5, 6],
      EuroCents: [0, 100_000_00, 50_000_000_00, -1, 10_000_000_000_00 * 100],
      Decimal: [-0.5, -0.1, 0.25, 3, -1, 11, 0.0000001],
      LocalDate: DAYS,
      Quarter: QUARTERS,
      action: [...of('AuditEntry', 'action'), 'nothing'],
      subject: [...of('AuditEntry', 'subject'), 'nobody'],
      objectKind: [...of('AuditEntry', 'objectKind'), 'nothing'],
      objectId: [...of('AuditEntry', 'objectId', 3), 'nothing'],
      DateTime: ([...of('Melding', 'receivedAt', 6), ...of('Reading', 'at', 3)] as Date[]).map((moment) =>
        moment.toISOString(),
      ),
    },
    ids: Object.fromEntries(NODES.map((type) => [type, idsOf(world, type, viewers)])),
  };
}
