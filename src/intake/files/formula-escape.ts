/**
 * A text that a spreadsheet would take for a formula when it opens a CSV gets an apostrophe in front (OWASP, CSV injection), and
 * loses it when it is read back. A text that has the apostrophe of its own gets one more, so nothing is lost.
 */
const DANGEROUS = /^'*[=+\-@\t\r]/;
const ESCAPED = /^'+[=+\-@\t\r]/;

export const escapeFormula = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);
export const unescapeFormula = (text: string): string => (ESCAPED.test(text) ? text.slice(1) : text);
