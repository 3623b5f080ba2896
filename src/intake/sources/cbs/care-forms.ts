/** A new list of the forms of care of CBS. What is gone from it stays: contracts and declarations name it. */
import type { EntityManager } from 'typeorm';
import { CareForm } from '../../../../entities';
import type { Problem } from '../../../errors';
import type { RowOf } from './read-table';

export type FormRow = RowOf<'careForms'>;
export type PresentForm = Pick<CareForm, 'code' | 'name' | 'parentCode' | 'level' | 'productCategory'>;

export interface FormChanges {
  /** Parents before their children. */
  readonly added: readonly PresentForm[];
  readonly changed: readonly PresentForm[];
  readonly told: readonly string[];
}

/** @param categories the product categories of JZ020 that are known */
export function formChangesOf(
  present: readonly PresentForm[],
  rows: readonly FormRow[],
  categories: ReadonlySet<string>,
): { problems: Problem[]; changes: FormChanges } {
  const forms = rows.map(formOf);
  const listed = new Map(forms.map((one) => [one.code, one]));
  const problems: Problem[] = [];
  if (listed.size < forms.length) problems.push(TWICE);
  const used = forms.flatMap(({ productCategory }) => productCategory ?? []);
  if (new Set(used).size < used.length) problems.push(CATEGORY_TWICE);
  for (const { code, name, parentCode, level, productCategory } of forms) {
    const parent = parentCode === null ? undefined : listed.get(parentCode);
    const isSound = /^[A-Z]{2}[A-Z\d-]{0,10}$/.test(code) && name !== '' && Number.isInteger(level);
    if (!isSound) problems.push(WRONG_ROW);
    if (parentCode !== null && (!parent || parent.level !== level - 1)) problems.push(WRONG_PARENT);
    if (productCategory !== null && !categories.has(productCategory)) problems.push(UNKNOWN_CATEGORY);
  }
  const before = new Map(present.map((one) => [one.code, one]));
  const added = forms.filter(({ code }) => !before.has(code)).sort((one, other) => one.level - other.level);
  const changed = forms.filter((one) => before.has(one.code) && !isSame(before.get(one.code) as PresentForm, one));
  const gone = present.filter(({ code }) => !listed.has(code));
  const told = [
    ...added.map(({ code, name }) => `${code} ${name} is new.`),
    ...changed.map(({ code, name }) => `${code} ${name} has another name, place or product category.`),
    ...gone.map(({ code, name }) => `${code} ${name} is not in the list any more, and stays for what names it.`),
  ];
  return { problems: [...new Set(problems)], changes: { added, changed, told } };
}

/** "JH 1221" is JH1221. */
const codeOf = (code: string) => code.replaceAll(' ', '');
const formOf = (row: FormRow): PresentForm => ({
  code: codeOf(row.code),
  name: row.naam,
  parentCode: codeOf(row.bovenliggend) || null,
  level: row.niveau === '' ? Number.NaN : Number(row.niveau),
  productCategory: row.ijw_productcategorie_jz020_equivalent || null,
});

const isSame = (one: PresentForm, other: PresentForm) =>
  one.name === other.name &&
  one.parentCode === other.parentCode &&
  one.level === other.level &&
  one.productCategory === other.productCategory;

export const presentForms = (tx: EntityManager): Promise<PresentForm[]> => tx.find(CareForm);

/** @param listVersion as CBS names the table, and its year */
export async function adoptForms(
  tx: EntityManager,
  { added, changed }: FormChanges,
  listVersion: string,
): Promise<void> {
  for (const form of added) await tx.insert(CareForm, { ...form, listVersion });
  for (const { code, ...rest } of changed) await tx.update(CareForm, { code }, { ...rest, listVersion });
}

const problem = (en: string, nl: string): Problem => ({ field: 'file', en, nl });
const TWICE = problem('has a form twice.', 'heeft een vorm twee keer.');
const CATEGORY_TWICE = problem(
  'gives one product category to two forms: declarations could go to either.',
  'geeft één productcategorie aan twee vormen: declaraties kunnen dan naar allebei.',
);
const WRONG_ROW = problem(
  'has a row without a sound code, name or level.',
  'heeft een rij zonder juiste code, naam of niveau.',
);
const WRONG_PARENT = problem(
  'has a form whose parent is not in the list, or not one level above it.',
  'heeft een vorm waarvan de bovenliggende niet in de lijst staat, of niet één niveau hoger.',
);
const UNKNOWN_CATEGORY = problem(
  'has a product category that is in no release of JZ020: adopt the code lists first.',
  'heeft een productcategorie die in geen release van JZ020 staat: neem eerst de codelijsten over.',
);
