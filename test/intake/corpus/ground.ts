import type { Form, Section } from '../../../src/domain/intake/form';
import type { TemplateMeta } from '../../../src/intake/files/template-meta';

/** What a bad file is made from: a form with at least one section of items and one list, and the template of it. */
export interface Ground {
  readonly form: Form;
  readonly meta: TemplateMeta;
  readonly template: Buffer;
}

const inWorkbook = ({ form }: Ground) => form.sections.filter(({ isBulk }) => !isBulk);

function first(ground: Ground, kind: Section['kind']): Section {
  const section = inWorkbook(ground).find((one) => one.kind === kind);
  if (!section) throw new Error(`The form has no section of kind ${kind}.`);
  return section;
}
export const items = (ground: Ground): Section => first(ground, 'ITEMS');
export const list = (ground: Ground): Section => first(ground, 'LIST');

/** Where the sheet of a section is in the zip: the first is that with the explanation. */
export const partOf = (ground: Ground, section: Section): string =>
  `xl/worksheets/sheet${inWorkbook(ground).indexOf(section) + 2}.xml`;
