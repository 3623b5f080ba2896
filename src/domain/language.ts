/** The two languages of the product: Dutch on the screens, English in the API. */
export type Language = 'nl' | 'en';

/** The same thing said in both languages. */
export interface Said {
  readonly en: string;
  readonly nl: string;
}

const AND = { en: 'and', nl: 'en' } as const satisfies Said;

/** "a", "a and b", "a, b and c". */
export function enumerate(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined) return last ?? '';
  return `${items.slice(0, -1).join(', ')} ${AND[language]} ${last}`;
}
