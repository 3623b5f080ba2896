/** A phrase with its places filled in, in one pass: what is filled in may itself hold braces or dollars. */
export function fill(phrase: string, words: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, place: string) => words[place] ?? whole);
}
