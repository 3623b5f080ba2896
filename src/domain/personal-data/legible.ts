/** What a reader does not see, and what would hide a number from a rule. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Hyphens and spaces of every kind, which NFKC leaves as they are. */
const HYPHEN = /[\u2010-\u2015\u2212]/;
const SPACE = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** A text as a rule can read it, and for every character of it where it stood in the text as it was given. */
export interface Legible {
  readonly text: string;
  /** One more than the text is long: the last says where it ended. */
  readonly at: readonly number[];
}

function plain(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (HYPHEN.test(character)) return '-';
  return SPACE.test(character) ? ' ' : character.normalize('NFKC');
}

/** Full-width digits become digits, odd hyphens and spaces plain ones, and what cannot be seen is left out. */
export function legible(given: string): Legible {
  const at: number[] = [];
  let text = '';
  let start = 0;
  for (const character of given) {
    const written = plain(character);
    for (let unit = 0; unit < written.length; unit += 1) at.push(start);
    text += written;
    start += character.length;
  }
  return { text, at: [...at, start] };
}
