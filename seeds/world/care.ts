import type { VolumeUnit } from '../../src/domain/vocabulary';

/** A form of care of the invented world: the leaves of the CBS tree that are contracted and declared. */
export interface CareFormModel {
  readonly code: string;
  /** Young people in the Netherlands, CBS 85099NED, first half of 2022; see seeds/reference/statistics. */
  readonly cbsCode: string;
  /** Euros per young person per year: our own assumption, only the proportions count. */
  readonly eurosPerClient: number;
  readonly unit: VolumeUnit;
  /** Euros per unit, in the middle of what clients pay: our own assumption. */
  readonly tariff: number;
  /** Contracted by municipalities themselves rather than by their region. */
  readonly isLocal: boolean;
  readonly meanTreatmentDays: number;
  readonly hasBeds: boolean;
}

// biome-ignore format: it is a table, and is read as one
export const CARE_FORMS: readonly CareFormModel[] = [
  { code: 'JH1211',  cbsCode: 'JH 1211',  eurosPerClient: 1_800,   unit: 'MINUTE',   tariff: 1.45,  isLocal: true,  meanTreatmentDays: 190, hasBeds: false },
  { code: 'JH12121', cbsCode: 'JH 12121', eurosPerClient: 6_500,   unit: 'MINUTE',   tariff: 1.75,  isLocal: false, meanTreatmentDays: 320, hasBeds: false },
  { code: 'JH12122', cbsCode: 'JH 12122', eurosPerClient: 14_000,  unit: 'PART_DAY', tariff: 96,    isLocal: false, meanTreatmentDays: 400, hasBeds: false },
  { code: 'JH12123', cbsCode: 'JH 12123', eurosPerClient: 8_000,   unit: 'HOUR',     tariff: 88,    isLocal: true,  meanTreatmentDays: 290, hasBeds: false },
  { code: 'JH1221',  cbsCode: 'JH 1221',  eurosPerClient: 26_000,  unit: 'DAY',      tariff: 62,    isLocal: false, meanTreatmentDays: 900, hasBeds: false },
  { code: 'JH1222',  cbsCode: 'JH 1222',  eurosPerClient: 60_000,  unit: 'DAY',      tariff: 185,   isLocal: false, meanTreatmentDays: 820, hasBeds: true },
  { code: 'JH1223',  cbsCode: 'JH 1223',  eurosPerClient: 190_000, unit: 'DAY',      tariff: 690,   isLocal: false, meanTreatmentDays: 180, hasBeds: true },
  { code: 'JH1224',  cbsCode: 'JH 1224',  eurosPerClient: 75_000,  unit: 'DAY',      tariff: 310,   isLocal: false, meanTreatmentDays: 380, hasBeds: true },
  { code: 'JB111',   cbsCode: 'JB 111',   eurosPerClient: 11_000,  unit: 'OUTPUT',   tariff: 960,   isLocal: false, meanTreatmentDays: 620, hasBeds: false },
  { code: 'JB121',   cbsCode: 'JB 121',   eurosPerClient: 9_000,   unit: 'OUTPUT',   tariff: 780,   isLocal: false, meanTreatmentDays: 1_300, hasBeds: false },
  { code: 'JR1',     cbsCode: 'JR 1',     eurosPerClient: 9_000,   unit: 'OUTPUT',   tariff: 810,   isLocal: false, meanTreatmentDays: 330, hasBeds: false },
];

export const FORM_COUNT = CARE_FORMS.length;
export const formAt = (index: number) => CARE_FORMS[index] as CareFormModel;
const indexOf = (code: string) => CARE_FORMS.findIndex((form) => form.code === code);

/** What kinds of provider there are: the forms they may offer, how common they are among small and large ones. */
export interface Profile {
  readonly name: string;
  readonly forms: readonly number[];
  /** At least and at most so many of the forms. */
  readonly count: readonly [number, number];
  readonly weightSmall: number;
  readonly weightLarge: number;
}

const forms = (...codes: string[]) => codes.map(indexOf);

// biome-ignore format: it is a table, and is read as one
export const PROFILES: readonly Profile[] = [
  { name: 'ambulant',    forms: forms('JH12121', 'JH12123'),                                         count: [1, 2], weightSmall: 34, weightLarge: 12 },
  { name: 'day care',    forms: forms('JH12122', 'JH12121', 'JH12123'),                              count: [2, 3], weightSmall: 16, weightLarge: 8 },
  { name: 'residential', forms: forms('JH1224', 'JH1222', 'JH12121', 'JH12123'),                     count: [2, 4], weightSmall: 18, weightLarge: 16 },
  { name: 'foster care', forms: forms('JH1221', 'JH1222', 'JH12123', 'JH12121'),                     count: [2, 4], weightSmall: 8,  weightLarge: 12 },
  { name: 'local team',  forms: forms('JH1211', 'JH12123'),                                          count: [1, 2], weightSmall: 6,  weightLarge: 0 },
  { name: 'secure',      forms: forms('JH1223', 'JH1224', 'JH12121'),                                count: [2, 3], weightSmall: 1,  weightLarge: 6 },
  { name: 'broad',       forms: forms('JH12121', 'JH12123', 'JH1224', 'JH12122', 'JH1221', 'JH1222', 'JH1211', 'JH1223'), count: [4, 8], weightSmall: 4, weightLarge: 38 },
];

export const BROAD = PROFILES.find((profile) => profile.name === 'broad') as Profile;
/** A certified institution carries out measures; it is never drawn by weight. */
export const CERTIFIED: Profile = {
  name: 'certified institution',
  forms: forms('JB111', 'JB121', 'JR1'),
  count: [3, 3],
  weightSmall: 0,
  weightLarge: 0,
};
