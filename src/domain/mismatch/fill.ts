import type { Language, Said } from '../language';

/** A phrase with its places filled in: fill('{size} more', { size: '€ 50' }) is "€ 50 more". Each place occurs once. */
export function fill(said: Said, language: Language, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((text, [place, word]) => text.replace(`{${place}}`, () => word), said[language]);
}
