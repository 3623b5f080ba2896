/** CSV files that are written in a way they should not be, or in one of the many ways they may be. */
import { writeMark } from '../../../src/intake/files/csv-mark';
import { type BadFile, bad, later } from './bad-file';
import { type Ground, items, list } from './ground';

const codes = (ground: Ground) => items(ground).fields.map(({ code }) => code);
const itemLines = (ground: Ground, value: (at: number) => string, separator = ';') =>
  [['code', 'gegeven', 'waarde'], ...codes(ground).map((code, at) => [code, 'é', value(at)])].map((row) =>
    row.join(separator),
  );
const itemsFile = (ground: Ground, value: (at: number) => string = () => '1', separator = ';', end = '\r\n') =>
  itemLines(ground, value, separator).join(end);
const header = (ground: Ground, separator = ';') =>
  list(ground)
    .fields.map(({ code }) => code)
    .join(separator);
const cells = (ground: Ground, cell = '1', separator = ';') =>
  list(ground)
    .fields.map(() => cell)
    .join(separator);
const listFile = (ground: Ground, ...rows: string[]) => [header(ground), ...rows].join('\r\n');
const mark = (ground: Ground) => writeMark(ground.meta, list(ground).code).join(';');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

export const TEXTS: readonly BadFile[] = [
  bad('UTF-8', (ground) => itemsFile(ground)),
  bad('UTF-8 with a mark', (ground) => `\ufeff${itemsFile(ground)}`),
  bad('UTF-16, small end first', (ground) => utf16(itemsFile(ground)), 'form.csv-utf-16'),
  bad('UTF-16, big end first', (ground) => utf16(itemsFile(ground)).swap16(), 'form.csv-utf-16'),
  bad('UTF-16 without a mark', (ground) => Buffer.from(itemsFile(ground), 'utf16le'), 'form.csv-nul'),
  bad('Windows-1252', (ground) => Buffer.from(itemsFile(ground), 'latin1'), 'form.csv-windows-1252'),
  bad(
    'Windows-1252, first seen far down',
    (ground) =>
      Buffer.from(listFile(ground, ...Array.from({ length: 4000 }, () => cells(ground)), cells(ground, 'é')), 'latin1'),
    'form.csv-windows-1252',
  ),
  bad(
    'half UTF-8, half Windows-1252',
    (ground) =>
      Buffer.concat([
        Buffer.from(listFile(ground, cells(ground, 'é'), ...Array.from({ length: 8000 }, () => cells(ground)), '')),
        Buffer.from(cells(ground, 'é'), 'latin1'),
      ]),
    'form.csv-encoding',
  ),
  bad('NULs', (ground) => listFile(ground, cells(ground, '1\0')), 'form.csv-nul'),
  bad('commas', (ground) => itemsFile(ground, () => '1', ',')),
  bad('tabs', (ground) => itemsFile(ground, () => '1', '\t')),
  bad('lines that end as on Unix', (ground) => itemsFile(ground, () => '1', ';', '\n')),
  bad('lines that end as on old Macs', (ground) => itemsFile(ground, () => '1', ';', '\r')),
  bad('a first line that says what the separator is', (ground) => `sep=;\r\n${itemsFile(ground)}`),
  bad(
    'different separators',
    (ground) => [header(ground), cells(ground), cells(ground, '1', ',')].join('\n'),
    'form.csv-separator',
  ),
  bad('a decimal comma between commas', (ground) => itemsFile(ground, () => '1,5', ','), 'form.csv-columns'),
  bad(
    'two decimal conventions in a CSV',
    (ground) => itemsFile(ground, (at) => (at === 0 ? '1.5' : '1,5')),
    'form.mixed-decimals',
  ),
  bad(
    'a number that may be a thousand, in a CSV with decimal points',
    (ground) => itemsFile(ground, (at) => (at === 0 ? '12.500' : '1,234,567.50'), ';'),
    'form.mixed-decimals',
  ),
  bad(
    'a number that may be a fraction, in a CSV with decimal commas',
    (ground) => itemsFile(ground, (at) => (at === 0 ? '12,500' : '1234,5'), ';'),
    'form.mixed-decimals',
  ),
  bad(
    'two columns of values',
    (ground) =>
      itemLines(ground, () => '5;6')
        .join('\n')
        .replace('waarde', 'waarde;waarde'),
    'form.column-twice',
  ),
  bad(
    'two columns of values, in two languages',
    (ground) =>
      itemLines(ground, () => '5;6')
        .join('\n')
        .replace('waarde', 'waarde;value'),
    'form.column-twice',
  ),
  bad(
    'more lines than a list of a form may have',
    (ground) => listFile(ground, ...Array.from({ length: 10_002 }, () => cells(ground))),
    'form.csv-too-many-rows',
  ),
  bad(
    'a quotation mark that is not closed',
    (ground) => listFile(ground, cells(ground), `"${cells(ground)}`),
    'form.csv-quote',
  ),
  bad('a quotation mark within a value', (ground) => listFile(ground, cells(ground, '5" buis')), 'form.csv-quote'),
  bad('a line end within quotation marks', (ground) => listFile(ground, cells(ground, '"a\r\nb"'))),
  bad('doubled quotation marks', (ground) => listFile(ground, cells(ground, '"een ""b"" c"'))),
  bad('a line of 300 kB', (ground) => listFile(ground, cells(ground, 'x'.repeat(300_000))), 'form.csv-line-too-long'),
  bad('300 kB after a quotation mark', (ground) => listFile(ground, `"${'x\r\n'.repeat(100_000)}`), 'form.csv-quote'),
  bad('too few columns', (ground) => listFile(ground, '1;2'), 'form.csv-columns'),
  bad('too many columns', (ground) => listFile(ground, `${cells(ground)};;x`), 'form.csv-columns'),
  bad('empty columns to the right', (ground) => listFile(ground, `${cells(ground)};;;`)),
  bad('empty lines', (ground) => listFile(ground, '', cells(ground), '', ';;;', '')),
  bad('only a first line', (ground) => header(ground), 'form.only-header'),
  bad('no first line', (ground) => `${cells(ground)}\r\n${cells(ground)}`, 'form.csv-section-unknown'),
  bad(
    'a column that is not asked',
    (ground) => `${mark(ground)}\r\n${header(ground)};kleur\r\n${cells(ground)};1`,
    'form.unknown-field',
  ),
  bad('a first line of our own that was kept', (ground) => `${mark(ground)}\r\n${listFile(ground, cells(ground))}`),
  bad(
    'a first line of which a spreadsheet rewrote the days',
    (ground) =>
      `${mark(ground).replaceAll(/'?(\d{4})-0?(\d+)-0?(\d+)/g, '$3-$2-$1')}\r\n${listFile(ground, cells(ground))}`,
    'form.changed-mark',
  ),
  bad('a first line that was emptied', (ground) => `#ews;;\r\n${listFile(ground, cells(ground))}`, 'form.changed-mark'),
  bad(
    'a column twice',
    (ground) => `${header(ground)};${list(ground).fields[0]?.code}\r\n${cells(ground)};2`,
    'form.two-values',
  ),
  bad('a code that is not asked', (ground) => `${itemsFile(ground)}\r\nB99;x;1`, 'form.unknown-field'),
  bad('texts that look like formulas', (ground) => listFile(ground, cells(ground, "'=1+1"))),
  later(
    bad('the same row twice in a CSV', (ground) => listFile(ground, cells(ground), cells(ground))),
    'a duplicate key is found',
  ),
  later(
    bad('a citizen service number in a CSV', (ground) => listFile(ground, cells(ground, 'bsn 111222333'))),
    'personal data is found',
  ),
];
