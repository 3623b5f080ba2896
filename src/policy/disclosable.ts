/** What may be shared by name with whom: the cells of the authorization table that say "granted". */
import type { DisclosureCategory, PartyKind } from '../domain/vocabulary';
import { categoryOf } from './admission';
import { KEYS, termsOf } from './keys';
import { COLUMNS, type Column, type Information, TABLE } from './table';

const informationOf = new Map((Object.keys(KEYS) as Information[]).map((kind) => [categoryOf(kind), kind] as const));

export type Subject = 'provider' | 'municipality' | 'region';

/** Whose information a category can be. What is of its municipalities concerns a region as well: it is told of it. */
export function subjectsOf(category: DisclosureCategory): ReadonlySet<Subject> {
  const information = informationOf.get(category) as Information;
  const conditions = COLUMNS.flatMap((column) => termsOf(information, 'granted', column)).flat();
  const subjects = new Set<Subject>();
  for (const condition of conditions) {
    if ('among' in condition && condition.among.by === 'disclosure') subjects.add(condition.among.what);
  }
  if (subjects.has('municipality')) subjects.add('region');
  return subjects;
}

/** Does the table let this kind of party be granted this? */
export function mayBeDisclosedTo(kind: PartyKind, category: DisclosureCategory): boolean {
  const { cells } = TABLE[informationOf.get(category) as Information];
  return (cells[kind as Column] as readonly string[] | undefined)?.includes('granted') ?? false;
}
