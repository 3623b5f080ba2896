/** Finds a choice by what was filled in: its code, its label, or both, also as a template shows them ("45 - Jeugdhulp", "Groningen (GM0014)"). */
import type { Choice, ChoiceList } from './form';

export type Choices = ReadonlyMap<ChoiceList, readonly Choice[]>;

/** Of one list: from what may be written to the codes that it may mean. */
export type ChoiceIndex = ReadonlyMap<string, readonly string[]>;

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
const withoutZeros = (text: string) => (/^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text);

/** Made once per list: a delivery may have a hundred thousand rows. */
export function indexChoices(choices: readonly Choice[]): ChoiceIndex {
  const index = new Map<string, string[]>();
  for (const { code, label } of choices) {
    for (const written of [label, `${code} - ${label}`, `${code} ${label}`, `${label} (${code})`])
      add(index, plain(written), code);
  }
  // A spreadsheet makes 1 of "01". It can mean nothing else, unless two codes differ in their zeros alone.
  for (const { code } of choices) add(index, withoutZeros(plain(code)), code);
  // What is a code is that code, also where it happens to be the label of another.
  for (const { code } of choices) index.set(plain(code), [code]);
  return index;
}

function add(index: Map<string, string[]>, written: string, code: string): void {
  const codes = index.get(written) ?? [];
  if (!codes.includes(code)) index.set(written, [...codes, code]);
}

const MADE = new WeakMap<readonly Choice[], ChoiceIndex>();

/** The index of a list, made when it is first needed. */
export function indexOf(choices: readonly Choice[]): ChoiceIndex {
  const index = MADE.get(choices) ?? indexChoices(choices);
  MADE.set(choices, index);
  return index;
}

/** The codes that a text may mean: none when it is not in the list. */
export function codesFor(index: ChoiceIndex, text: string): readonly string[] {
  return index.get(plain(text)) ?? [];
}
