/** What was filled in and found sound, in the form in which it is kept. */
import type { KeptValue, Place } from './filled';

export interface KeptRow {
  /** 0 for the values of a section of items; 1 and up for the rows of a list. */
  readonly row: number;
  /** By the code of the field. What was not filled in, or not sound, is absent. */
  readonly values: ReadonlyMap<string, KeptValue>;
  /** Where the values stand in a file; absent when they did not come from one. */
  readonly places?: ReadonlyMap<string, Place>;
}

/** By the code of the section. */
export type KeptSections = ReadonlyMap<string, readonly KeptRow[]>;
