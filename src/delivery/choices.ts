import type { Choice, ChoiceList } from '../domain/intake/form';
import {
  CLIENT_KINDS,
  CONTRACT_TYPES,
  FUNDINGS,
  PROCUREMENTS,
  TRENDS,
  VOLUME_UNITS,
  type Words,
} from '../domain/vocabulary';

/** Whatever can be asked something in SQL. */
export interface Asked {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** The lists that are reference data. Municipalities and regions of the past too: what is reported may be about then. */
const LISTS: Readonly<Partial<Record<ChoiceList, string>>> = {
  careForms: 'select code, name as label from care_form order by code',
  municipalities: 'select code, name as label from municipality order by name, code',
  regions: 'select code, name as label from region order by name, code',
  referrers:
    "select distinct on (code) code, name as label from code_list_entry where list_code = 'COD327' order by code, release desc",
};

const WORDS: Readonly<Partial<Record<ChoiceList, Words>>> = {
  clientKinds: CLIENT_KINDS,
  contractTypes: CONTRACT_TYPES,
  fundings: FUNDINGS,
  procurements: PROCUREMENTS,
  trends: TRENDS,
  volumeUnits: VOLUME_UNITS,
};

const NATIONAL: Choice = { code: 'LTA', label: 'Landelijk (LTA)' };

/** Everything that may be chosen in a form. All of it is public. */
export async function readChoices(tx: Asked): Promise<ReadonlyMap<ChoiceList, readonly Choice[]>> {
  const choices = new Map<ChoiceList, readonly Choice[]>();
  for (const [list, sql] of Object.entries(LISTS)) choices.set(list as ChoiceList, (await tx.query(sql)) as Choice[]);
  for (const [list, words] of Object.entries(WORDS)) {
    choices.set(
      list as ChoiceList,
      Object.entries(words).map(([code, { nl }]) => ({ code, label: nl })),
    );
  }
  const of = (list: ChoiceList) => choices.get(list) ?? [];
  return choices.set('clients', [...of('regions'), ...of('municipalities'), NATIONAL]);
}
