/** The sheet of a section in the making: cells by row and column, with what belongs to them. */
import type { Section } from '../../domain/intake/form';
import type { Shown } from './shown-value';
import type { CellStyle, CellToWrite, DefinedName, SheetToWrite, Validation } from './spreadsheet';
import { MARK, ROWS } from './template-layout';
import { PAGE, PROTECTION, STYLES } from './template-styles';

export interface Made {
  readonly sheet: SheetToWrite;
  readonly names: readonly DefinedName[];
}

export class TemplateSheet {
  private readonly cells = new Map<string, CellToWrite>();
  private readonly validations: Validation[] = [];
  private readonly names: DefinedName[] = [];

  constructor(
    readonly name: string,
    private readonly widths: readonly number[],
  ) {}

  put(row: number, column: number, value: Shown, style: CellStyle): this {
    this.cells.set(`${row},${column}`, { value, style });
    return this;
  }

  /** A row of cells, beginning in the first column. */
  putRow(row: number, values: readonly Shown[], style: CellStyle): this {
    for (const [column, value] of values.entries()) this.put(row, column, value, style);
    return this;
  }

  allow(validation: Validation): this {
    this.validations.push(validation);
    return this;
  }

  call(name: DefinedName): this {
    this.names.push(name);
    return this;
  }

  /** The title, what to do, the headings, and the hidden row that says what stands where. */
  begin(section: Section, says: string, headings: readonly string[], codes: readonly string[]): this {
    return this.put(ROWS.title, 0, section.label.nl, STYLES.title)
      .put(ROWS.says, 0, says, STYLES.says)
      .putRow(ROWS.headings, headings, STYLES.heading)
      .putRow(ROWS.codes, [MARK + section.code, ...codes], STYLES.code);
  }

  made(more: Partial<SheetToWrite> = {}): Made {
    const sheet: SheetToWrite = {
      name: this.name,
      rows: [],
      columns: this.widths.map((width) => ({ width })),
      cells: this.cells,
      dataValidations: this.validations,
      protection: PROTECTION,
      pageSetup: PAGE,
      view: { showGridLines: false },
      ...more,
    };
    return { sheet, names: this.names };
  }
}

/** Of a sheet with input: the hidden row hidden, the headings in sight. */
export const sheetOfInput = (columns: number): Partial<SheetToWrite> => ({
  rowDefs: new Map([
    [ROWS.title, { height: 28 }],
    [ROWS.headings, { height: 32 }],
    [ROWS.codes, { hidden: true }],
  ]),
  freezePane: { rows: ROWS.first, columns },
  view: { showGridLines: false, tabColor: { rgb: 'FFE14D' } },
});
