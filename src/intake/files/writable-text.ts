// biome-ignore lint/suspicious/noControlCharactersInRegex: no workbook can hold them as they are.
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
/** How a workbook writes a character that it cannot hold: "_x0007_". A text that looks like it has its first mark written so. */
const LIKE_AN_ESCAPE = /_(?=x[\da-f]{4}_)/gi;

/** A text as it can stand in a workbook: in whole characters, and read back as it was. */
export const writableText = (text: string): string =>
  Buffer.from(text.replaceAll(LIKE_AN_ESCAPE, '_x005F_').replaceAll(UNWRITABLE, escaped)).toString();

const escaped = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
