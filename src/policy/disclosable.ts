/** What may be shared by name with whom: the cells of the authorization table that say "granted". */
import type { DisclosureCategory, PartyKind } from '../domain/vocabulary';
import { categoryOf } from './admission';
import { type Admission, KEYS, termOf } from './keys';
import { COLUMNS, type Column, type Information, TABLE } from './table';

const informationOf = new Map((Object.keys(KEYS) as Information[]).map((kind) => [categoryOf(kind), kind] as const));

/** Whose information a category is. */
export function subjectOf(category: DisclosureCategory): 'provider' | 'municipality' {
  const information = informationOf.get(category) as Information;
  const [condition] = COLUMNS.flatMap((column) => termOf(information, 'granted', column) ?? []);
  const { among } = condition as { readonly among: Admission };
  return among.by === 'disclosure' ? among.what : 'provider';
}

/** Does the table let this kind of party be granted this? */
export function mayBeDisclosedTo(kind: PartyKind, category: DisclosureCategory): boolean {
  const { cells } = TABLE[informationOf.get(category) as Information];
  return (cells[kind as Column] as readonly string[] | undefined)?.includes('granted') ?? false;
}
