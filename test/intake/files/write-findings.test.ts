import ExcelJS from 'exceljs';
import { guardZip } from '../../../src/intake/files/guard-zip';
import { readTemplate } from '../../../src/intake/files/read-workbook';
import { found } from '../../../src/intake/files/rules';
import { writeFindings } from '../../../src/intake/files/write-findings';
import { cellOf, inItems, inList, put, putText } from '../corpus/cells';
import { items, list } from '../corpus/ground';
import { FORM, ground } from './ground';

async function opened(bytes: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** A line of text per cell and per sheet, which is quickly compared. */
const everything = (workbook: ExcelJS.Workbook): string[] =>
  workbook.worksheets
    .filter(({ name }) => name !== 'Bevindingen')
    .flatMap((sheet) => {
      const lines: string[] = [];
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, ({ address, value, numFmt, protection, dataValidation, font, border }) =>
          lines.push(JSON.stringify([sheet.name, address, value, numFmt, protection, dataValidation, font, border])),
        ),
      );
      const { sheetProtection } = sheet as unknown as { sheetProtection: unknown };
      const widths = sheet.columns?.map(({ width }) => width);
      return [...lines, JSON.stringify([sheet.name, sheet.state, sheetProtection, widths, sheet.views])];
    });

describe('the file of a party with what was found in it', () => {
  async function given(text = 'a_x') {
    const made = await ground();
    const filled = inItems(made, (xml) => put('D6', '<f>D5*2</f><v>7</v>')(put('D5', '<v>3.5</v>')(xml)));
    const own = inList({ ...made, template: filled }, (xml) => putText(cellOf(list(made), 'TEXT'), text)(xml));
    const sheet = items(made).label.nl;
    const findings = [
      {
        ...found('form.two-values', {
          section: items(made).code,
          field: items(made).fields[0]?.code ?? null,
          place: { sheet, cell: 'D5' },
        }),
        rule: 'cell.required',
      },
      found('form.error-cell', { place: { sheet, cell: 'D5' }, expected: { nl: 'een bedrag', en: 'an amount' } }),
      found('form.formula', { place: { sheet, cell: 'D6' } }),
      found('form.not-our-template'),
      found('form.unknown-sheet', { place: { sheet: 'Weg', cell: 'A1' } }),
    ];
    return { own, sheet, findings, back: await writeFindings(own, FORM, findings) };
  }

  it('has a comment and a red fill where something has to be mended, and nowhere else', async () => {
    const { back, sheet } = await given();
    const workbook = await opened(back);
    const cell = workbook.getWorksheet(sheet)?.getCell('D5');
    expect(JSON.stringify(cell?.note)).toContain('Verwacht: een bedrag');
    expect(JSON.stringify(cell?.note)).toContain('Bewaar de juiste');
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(workbook.getWorksheet(sheet)?.getCell('D6').note).toBeUndefined();
    expect(workbook.getWorksheet(sheet)?.getCell('D6').fill).toMatchObject({ fgColor: { argb: 'FFFFF9DB' } });
  });

  it('lists all of it on a sheet at the end', async () => {
    const sheet = (await opened((await given()).back)).worksheets.at(-1);
    expect(sheet?.name).toBe('Bevindingen');
    expect(sheet?.rowCount).toBe(6);
    expect(sheet?.getRow(2).values).toEqual(
      expect.arrayContaining(['fout', 'vorm', 'D5', 'cell.required', items(await ground()).fields[0]?.label.nl]),
    );
  });

  it('is the same in all else', async () => {
    const { own, back } = await given();
    const [before, after] = [await opened(own), await opened(back)];
    const known = new Set(everything(before));
    const now = everything(after);
    expect(now).toHaveLength(known.size);
    expect(now.filter((line) => !known.has(line)).slice(0, 5)).toEqual([]);
    expect(JSON.stringify(after.definedNames.model)).toBe(JSON.stringify(before.definedNames.model));
  });

  it('can be filled in further and delivered again', async () => {
    // Another program may take these escapes in another way; what we read has to stay the same.
    const { own, back } = await given('a_x0007_b _x005F_x0041_');
    expect(guardZip(back)).toBeNull();
    const [first, second] = [await readTemplate(own, FORM), await readTemplate(back, FORM)];
    const text = ({ sections }: typeof first) =>
      JSON.stringify(sections, (_, any) => (any instanceof Map ? [...any] : any));
    expect(text(second)).toBe(text(first));
    expect(second.meta).toEqual(first.meta);
    const added = second.findings.filter(({ rule }) => !first.findings.some((one) => one.rule === rule));
    expect(added.map(({ rule, severity }) => [rule, severity])).toEqual([]);
  });
});
