/**
 * Files that go wrong, all of them made by code: whatever reads a delivery has to answer to each of them in words, within bounds of
 * time and memory. `later` says what a check of values, party or period has to make of a file that can be read.
 */
import type { BadFile } from './bad-file';
import { KINDS } from './kinds';
import { PACKING } from './packing';
import { SHEETS } from './sheets';
import { TEXTS } from './texts';
import { VALUES } from './values';

export type { BadFile } from './bad-file';
export type { Ground } from './ground';

export const CORPUS: readonly BadFile[] = [...KINDS, ...PACKING, ...SHEETS, ...VALUES, ...TEXTS];
