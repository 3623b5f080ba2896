import type { FieldType, Section } from '../../../src/domain/intake/form';
import { addressOf } from '../../../src/intake/files/spreadsheet';
import { type Ground, items, list, partOf } from './ground';
import { type Part, rezip } from './zip';

const FIRST_ROW = 4;
const VALUE_COLUMN = 3;

/** Where the first field of a type is filled in, in the first section of a kind that has one. */
export function cellOf(section: Section, type: FieldType, row = 0): string {
  const at = section.fields.findIndex((field) => field.type === type);
  if (at < 0) throw new Error(`No field of type ${type}.`);
  return section.kind === 'ITEMS' ? addressOf(FIRST_ROW + at, VALUE_COLUMN) : addressOf(FIRST_ROW + row, at + 1);
}

/** A cell of a sheet, as other content. Its style stays as it was. */
export const put =
  (address: string, content: string, attributes = '') =>
  (xml: string) => {
    const pattern = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>[\\s\\S]*?</c>)`);
    if (!pattern.test(xml)) throw new Error(`No cell ${address}.`);
    return xml.replace(pattern, (_, before: string) => {
      const style = / s="\d+"/.exec(before)?.[0] ?? '';
      return `<c r="${address}"${style}${attributes}>${content}</c>`;
    });
  };
export const putText = (address: string, text: string) =>
  put(address, `<is><t xml:space="preserve">${text}</t></is>`, ' t="inlineStr"');

type Change = (xml: string) => string;
export const inItems = (ground: Ground, change: Change, added: readonly Part[] = []): Buffer =>
  rezip(ground.template, { [partOf(ground, items(ground))]: change }, added);
export const inList = (ground: Ground, change: Change): Buffer =>
  rezip(ground.template, { [partOf(ground, list(ground))]: change });

/** An amount of the first section of items, as other content. */
export const amount = (content: string, attributes?: string) => (ground: Ground) =>
  inItems(ground, put(cellOf(items(ground), 'AMOUNT'), content, attributes));
export const amountText = (text: string) => (ground: Ground) =>
  inItems(ground, putText(cellOf(items(ground), 'AMOUNT'), text));
/** A text in the first row of the list. */
export const listText = (text: string) => (ground: Ground) =>
  inList(ground, putText(cellOf(list(ground), 'TEXT'), text));
/** A day in the first row of the list. */
export const listDay = (content: string, attributes?: string) => (ground: Ground) =>
  inList(ground, put(cellOf(list(ground), 'DAY'), content, attributes));

export const beforeEnd = (what: string, xml: string) => (sheet: string) => sheet.replace(what, `${xml}${what}`);
