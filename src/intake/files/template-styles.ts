/** How a template looks: yellow is to be filled in, grey is known and cannot be changed. */
import type { CellStyle, SheetToWrite } from './spreadsheet';

const fill = (rgb: string): Pick<CellStyle, 'fill'> => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});
const THIN = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border: CellStyle['border'] = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const LOCKED = { protection: { locked: true } } as const;
const WRAPPED = { alignment: { vertical: 'center', wrapText: true } } as const;

export const STYLES = {
  title: { font: { bold: true, size: 16, color: { rgb: '01689B' } }, ...LOCKED },
  says: { font: { color: { rgb: '535353' } }, alignment: { vertical: 'top', wrapText: false }, ...LOCKED },
  heading: { font: { bold: true, color: { rgb: 'FFFFFF' } }, ...fill('01689B'), border, ...WRAPPED, ...LOCKED },
  label: { border, ...WRAPPED, ...LOCKED },
  code: { font: { color: { rgb: '535353' } }, border, ...WRAPPED, ...LOCKED },
  text: { alignment: { vertical: 'top', wrapText: true }, ...LOCKED },
  strong: { font: { bold: true }, alignment: { vertical: 'top', wrapText: true }, ...LOCKED },
} as const satisfies Readonly<Record<string, CellStyle>>;

const aligned = (format: string): CellStyle['alignment'] => ({
  vertical: 'center',
  horizontal: format === '@' ? 'left' : 'right',
  wrapText: format === '@',
});

export const inputStyle = (numFmt: string): CellStyle => ({
  numFmt,
  ...fill('FFF9DB'),
  border,
  alignment: aligned(numFmt),
  protection: { locked: false },
});

export const knownStyle = (numFmt: string): CellStyle => ({
  numFmt,
  ...fill('E6E6E6'),
  border,
  alignment: aligned(numFmt),
  ...LOCKED,
});

/** Nothing secret: it keeps people from changing by accident what is not asked. Widths may be changed, rows sorted and filtered. */
export const PROTECTION: SheetToWrite['protection'] = {
  sheet: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
};

/** On paper: all columns on one page, its headings on each. */
export const PAGE: SheetToWrite['pageSetup'] = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$4:$4',
};
