/**
 * Which variables of the public DigiMV files are which figures. Names change from year to year and the published dictionary is
 * the only authority, so this is a table to extend and not a rule: a line per name that was seen, with how sure we are of it.
 * What is not in this table is not read; names of people (qFuncNaam_*) never are.
 */

/** SEEN: the name and what it means were seen in what was published. UNSURE: look it up in the dictionary of that year first. */
export type Certainty = 'SEEN' | 'UNSURE';

/** As the archive names them: flows over the year, stocks on its last day. */
export const ACCOUNT_ITEMS = {
  revenue: 'FLOW',
  net_result: 'FLOW',
  equity: 'STOCK',
  balance_total: 'STOCK',
} as const;
export type AccountItem = keyof typeof ACCOUNT_ITEMS;

export interface Variable {
  readonly name: string;
  readonly item: AccountItem;
  /** The book year itself, or the year before it. */
  readonly of: 'YEAR' | 'YEAR_BEFORE';
  readonly certainty: Certainty;
  readonly note?: string;
}

export interface Layout {
  /** Joins the sheets. */
  readonly join: string;
  /** Hold the number of the Chamber of Commerce. When both are filled they must agree. */
  readonly kvk: readonly string[];
  /** Of one item the first that is filled counts: consolidated before single. Whole euros. */
  readonly variables: readonly Variable[];
}

const of = (
  item: AccountItem,
  certainty: Certainty,
  [name, before]: readonly [name: string, before?: string],
  note?: string,
): Variable[] => {
  const more = note === undefined ? { certainty } : { certainty, note };
  const year: Variable = { name, item, of: 'YEAR', ...more };
  return before === undefined ? [year] : [year, { name: before, item, of: 'YEAR_BEFORE', ...more }];
};

const SINCE_2023: Layout = {
  join: 'Code',
  kvk: ['ExternalOrganizationId', 'qNawKvk'],
  variables: [
    ...of('revenue', 'SEEN', ['qTotaalBaten_0Cons', 'qTotaalBaten_1Cons']),
    ...of('revenue', 'UNSURE', ['qTotaalBaten_0', 'qTotaalBaten_1'], 'single: by analogy with qBatenZorg_0'),
    ...of(
      'net_result',
      'UNSURE',
      ['qResultaatNaBelasting_0Cons', 'qResultaatNaBelasting_1Cons'],
      'name looked for by others, not confirmed',
    ),
    ...of(
      'net_result',
      'UNSURE',
      ['qResultaatbedrag_0', 'qResultaatbedrag_1'],
      'the name was seen; it is the result as appropriated, single',
    ),
    ...of('equity', 'UNSURE', ['qEigenVermogen_0Cons', 'qEigenVermogen_1Cons'], 'name not confirmed'),
    ...of('equity', 'UNSURE', ['qEVTotaal_0Cons', 'qEVTotaal_1Cons'], 'name not confirmed'),
    ...of('equity', 'UNSURE', ['qEVTotaal_0', 'qEVTotaal_1'], 'single; name not confirmed'),
    // No name of the balance total has been seen: without it there is no solvency from DigiMV. Add it from the dictionary.
  ],
};

/** Of 2022 the names of who delivers were seen to be those of 2023, the amounts were not. */
const OF_2022: Layout = {
  ...SINCE_2023,
  variables: SINCE_2023.variables.map((one) => ({ ...one, certainty: 'UNSURE', note: 'name of 2023' })),
};

/** Youth care had a questionnaire of its own: "jeu". The key of the organisation was not seen in this layout. */
const OF_2020: Layout = {
  join: 'Code',
  kvk: ['c_kvk', 'qNawKvk'],
  variables: [
    ...of('revenue', 'SEEN', ['jeu10420_jeu10420', 'jeu10800_jeu10801']),
    ...of(
      'revenue',
      'SEEN',
      ['jeuRopbr990_Micro_jeuRopbr990_Micro', 'jeu10800_Micro_jeu10801_Micro'],
      'of the smallest organisations',
    ),
  ],
};

export const LAYOUTS: Readonly<Record<number, Layout>> = {
  2020: OF_2020,
  2022: OF_2022,
  2023: SINCE_2023,
  2024: SINCE_2023,
};
