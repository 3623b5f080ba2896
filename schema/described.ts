import { registerEnumType } from 'type-graphql';
import type { Said } from '../src/domain/language';
import type { Words } from '../src/domain/vocabulary';

/** The description of everything in the language: the term on a Dutch screen first, then what it means, in English. */
export const described = (nl: string, says: string) => `Dutch: ${nl}. ${says}`;

type ValuesOf<T> = { readonly [K in keyof T & string]: K };

function enumOf<T extends Readonly<Record<string, unknown>>>(
  name: string,
  description: string,
  table: T,
  says: (value: keyof T & string) => string,
): ValuesOf<T> {
  const keys = Object.keys(table) as (keyof T & string)[];
  const values = Object.fromEntries(keys.map((key) => [key, key])) as ValuesOf<T>;
  const valuesConfig = Object.fromEntries(keys.map((key) => [key, { description: says(key) }]));
  registerEnumType<object>(values, { name, description, valuesConfig });
  return values;
}

/** The enum of a word list of the domain: the words, their Dutch terms and their meanings are never written twice. */
export function wordsOf<T extends Words>(name: string, nl: string, says: string, words: T) {
  return enumOf(name, described(nl, says), words, (key) =>
    described((words[key] as Words[string]).nl, (words[key] as Words[string]).says),
  );
}

/** The enum of a table of the domain that is said in both languages. */
export function saidOf<T extends Readonly<Record<string, Said>>>(name: string, nl: string, says: string, table: T) {
  const sentence = ({ en }: Said) => `${en.charAt(0).toUpperCase()}${en.slice(1)}.`;
  return enumOf(name, described(nl, says), table, (key) =>
    described((table[key] as Said).nl, sentence(table[key] as Said)),
  );
}

/** The orders of a list: the first one is the default. */
export function orders<const T extends Readonly<Record<string, string>>>(name: string, nl: string, table: T) {
  const says = `How to order a list. Equal places are ordered by identity, so that pages never overlap.`;
  return enumOf(name, described(`volgorde van ${nl}`, says), table, (key) => table[key] as string);
}
