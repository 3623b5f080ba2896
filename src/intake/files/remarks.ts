/** What people write over the cells of a workbook: remarks, answers to them, and boxes of text. */
import { mayHoldPersonal } from '../../domain/intake/shown-value';
import { findInText } from '../../domain/personal-data';
import { partsOf } from './workbook-parts';

const HOLDS_REMARKS = /^xl\/(?:(?:comments|threadedComments)\/?[^/]*|drawings\/[^/]*)\.xml$/i;
const END_OF_ONE = /<\/(?:\w+:)?(?:author|comment|threadedComment|p)>/g;
const TAG = /<[^<>]*>/g;

/** Whether data of people stand in them. The workbook was found safe (guard-zip). */
export function remarksHoldPersonal(bytes: Buffer): boolean {
  for (const xml of partsOf(bytes, HOLDS_REMARKS, 'utf8')) {
    // A remark may be cut into runs of letters that look different: together they are one text.
    const texts = xml.replaceAll('\n', ' ').replaceAll(END_OF_ONE, '\n').replaceAll(TAG, '').split('\n');
    if (texts.some((text) => mayHoldPersonal(text) && findInText(text).length > 0)) return true;
  }
  return false;
}
