/** What a file is, by its content: its name is what somebody called it. */
import type { FileRule } from './rules';
import { zipDirectory } from './zip-directory';

export type KindOfFile = 'XLSX' | 'CSV';

/** The kind, or the rule by which a file of another kind is refused. */
export type Recognised = { readonly kind: KindOfFile } | { readonly refused: FileRule };

const refused = (rule: FileRule): Recognised => ({ refused: rule });

/** How files begin. */
const SIGNATURES: readonly (readonly [string, FileRule])[] = [
  ['\x89PNG', 'form.image'],
  ['\xff\xd8\xff', 'form.image'],
  ['GIF8', 'form.image'],
  ['II*\0', 'form.image'],
  ['MM\0*', 'form.image'],
  ['RIFF', 'form.image'],
  ['{\\rtf', 'form.word'],
  ['\x1f\x8b', 'form.archive'],
  ['7z\xbc\xaf', 'form.archive'],
  ['Rar!', 'form.archive'],
  ['BZh', 'form.archive'],
  ['\xfd7zXZ', 'form.archive'],
  ['MZ\x90', 'form.program'],
  ['\x7fELF', 'form.program'],
  ['#!/', 'form.program'],
];
const ZIP = 'PK';
const OLE = '\xd0\xcf\x11\xe0';
/** Some programs put something before it. */
const PDF_WITHIN = 1024;

/** Recognises a whole file, or the beginning of a long one: of a zip all of it is needed. */
export function kindOfFile(bytes: Buffer): Recognised {
  const start = bytes.toString('latin1', 0, PDF_WITHIN);
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*$/.test(start) && isBlank(bytes)) return refused('form.empty-file');
  if (start.startsWith(OLE)) return refused(ruleOfOle(bytes));
  if (start.startsWith(ZIP)) return kindOfZip(bytes);
  if (start.includes('%PDF-')) return refused('form.pdf');
  const signature = SIGNATURES.find(([begin]) => start.startsWith(begin));
  return signature ? refused(signature[1]) : kindOfText(start);
}

const isBlank = (bytes: Buffer) => !/[^\s\0\ufeff\u00ef\u00bb\u00bf\u00ff\u00fe]/.test(bytes.toString('latin1'));

/** What the streams within an old Office file are called says what it is. */
function ruleOfOle(bytes: Buffer): FileRule {
  // As bytes: looking for a word in UTF-16 in bytes of an odd length never ends (node 20.20).
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'form.password';
  if (holds('Workbook') || holds('Book')) return 'form.xls';
  if (holds('WordDocument')) return 'form.word';
  return holds('PowerPoint Document') ? 'form.presentation' : 'form.unknown-kind';
}

/** The first that is in it counts. */
const PARTS: readonly (readonly [RegExp, FileRule])[] = [
  [/vbaProject\.bin$/i, 'form.macros'],
  [/^xl\/workbook\.bin$/i, 'form.binary-workbook'],
  [/^word\//i, 'form.word'],
  [/^ppt\//i, 'form.presentation'],
  [/^content\.xml$/i, 'form.open-document'],
  [/^Index\/.*\.iwa$|^Index\.zip$/i, 'form.numbers'],
];

function kindOfZip(bytes: Buffer): Recognised {
  const entries = zipDirectory(bytes);
  if (entries === 'DAMAGED') return refused('form.damaged');
  // What it is cannot be told; as a workbook it is refused by the guard.
  if (entries === 'UNUSUAL') return refused('form.unusual-packing');
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name)) && !names.some((name) => /vbaProject/i.test(name)))
    return { kind: 'XLSX' };
  const part = PARTS.find(([pattern]) => names.some((name) => pattern.test(name)));
  return refused(part?.[1] ?? 'form.archive');
}

const MARKED: readonly (readonly [RegExp, FileRule])[] = [
  [/^<(?:!doctype html|html|head|body|table|meta|div)/i, 'form.html'],
  [/^<\?xml[^>]*>\s*<(?:!doctype html|html)/i, 'form.html'],
  [/^<(?:\?xml|[\w:-]+[\s>])/i, 'form.xml'],
  [/^[{[]\s*["{[\]}]/, 'form.json'],
];
/** Of a text that is not in UTF-16, these say that it is no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/g;
const MOST_CONTROLS = 3;

function kindOfText(start: string): Recognised {
  const text = /^(?:\xff\xfe|\xfe\xff)/.test(start)
    ? start.slice(2).replaceAll('\0', '')
    : start.replace(/^\xef\xbb\xbf/, '');
  const marked = MARKED.find(([pattern]) => pattern.test(text.trimStart()));
  if (marked) return refused(marked[1]);
  return (text.match(CONTROL)?.length ?? 0) > MOST_CONTROLS ? refused('form.unknown-kind') : { kind: 'CSV' };
}
