import ExcelJS from 'exceljs';
import { guardZip } from '../../../src/intake/files/guard-zip';
import { kindOfFile } from '../../../src/intake/files/kind-of-file';
import { sheetNames } from '../../../src/intake/files/template-layout';
import { writeTemplate } from '../../../src/intake/files/write-template';
import { CHOICES, FORM, listSection, META } from './ground';

const ITEMS = FORM.sections.find(({ kind }) => kind === 'ITEMS');
if (!ITEMS) throw new Error('The form has no items.');
const [FIRST, SECOND] = ITEMS.fields;
const LIST = FORM.sections.find(({ code }) => code === 'providerContracts');

async function opened(form = FORM) {
  const bytes = await writeTemplate({
    form,
    choices: CHOICES,
    meta: META,
    partyName: 'Stichting De Wissel',
    known: [{ code: ITEMS?.code ?? '', rows: [{ row: 0, values: new Map([[FIRST?.code ?? '', '123456789']]) }] }],
    previous: [{ code: ITEMS?.code ?? '', rows: [{ row: 0, values: new Map([[SECOND?.code ?? '', '-50']]) }] }],
  });
  const workbook = new ExcelJS.Workbook();
  // Its types know the buffers of another version of node.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return { bytes, workbook };
}

describe('the workbook of a form, as another program reads it', () => {
  it('is found safe and recognised', async () => {
    const { bytes } = await opened();
    expect(kindOfFile(bytes)).toEqual({ kind: 'XLSX' });
    expect(guardZip(bytes)).toBeNull();
  });

  it('has a sheet per section, in order, with what explains it before and what it chooses from after', async () => {
    const { workbook } = await opened();
    const names = [...sheetNames(FORM).values()];
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Lees mij', ...names, 'Codelijsten', '_meta']);
    expect(workbook.getWorksheet('_meta')?.state).toBe('veryHidden');
  });

  it('locks what is known and lets the rest be filled in', async () => {
    const sheet = (await opened()).workbook.getWorksheet(sheetNames(FORM).get(ITEMS) ?? '');
    expect(sheet?.getCell('D5').value).toBe(1234567.89);
    expect(sheet?.getCell('D5').protection?.locked).not.toBe(false);
    expect(sheet?.getCell('D6').protection?.locked).toBe(false);
    expect(sheet?.getCell('E6').value).toBe(-0.5);
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
    expect(sheet?.getRow(3).hidden).toBe(true);
  });

  it('has a rule for every cell for input, that a spreadsheet accepts', async () => {
    const { workbook } = await opened();
    for (const [section, name] of sheetNames(FORM)) {
      const sheet = workbook.getWorksheet(name);
      for (const [at, field] of section.fields.entries()) {
        const cell = section.kind === 'ITEMS' ? sheet?.getCell(5 + at, 4) : sheet?.getCell(104, at + 2);
        if (field === FIRST) continue;
        const rule = cell?.dataValidation;
        expect(rule).toMatchObject({ showErrorMessage: true, errorStyle: 'stop' });
        // Longer ones make a spreadsheet repair the file.
        expect(rule?.errorTitle?.length).toBeLessThanOrEqual(32);
        expect(rule?.error?.length).toBeLessThanOrEqual(225);
        expect(rule?.error).toMatch(/^(Vul|Kies) /);
      }
    }
  });

  it('lets choose from the list, by a name', async () => {
    const { workbook } = await opened();
    const sheet = workbook.getWorksheet(LIST ? sheetNames(FORM).get(LIST) : '');
    expect(sheet?.getCell('B5').dataValidation).toMatchObject({ type: 'list', formulae: ['ews_lijst_clients'] });
    const { ranges } = workbook.definedNames.getRanges('ews_lijst_clients');
    expect(ranges).toHaveLength(1);
    const codes = workbook.getWorksheet('Codelijsten');
    const [column = ''] = /\$([A-Z]+)\$2/.exec(ranges[0] ?? '')?.slice(1) ?? [];
    expect(codes?.getCell(`${column}3`).value).toBe("Regio 's-Gravenhage & omstreken");
  });

  it('says which of two choices with the same label is meant', async () => {
    const { workbook } = await opened();
    const texts = JSON.stringify(workbook.getWorksheet('Codelijsten')?.getSheetValues());
    expect(texts).toContain('Pleegzorg (46)');
    expect(texts).toContain('Pleegzorg (47)');
  });

  it('names every field, as names may be written', async () => {
    const { workbook } = await opened();
    const names = workbook.definedNames.model.map(({ name }) => name);
    for (const section of sheetNames(FORM).keys())
      for (const { code } of section.fields)
        expect(names).toContain(section.kind === 'ITEMS' ? `ews_${code}` : `ews_${section.code}_${code}`);
    expect(names.filter((name) => !/^(?:ews_[\w.]+|_xlnm\..*)$/.test(name))).toEqual([]);
    expect(workbook.definedNames.getRanges(`ews_${FIRST?.code}`).ranges).toEqual([
      `${sheetNames(FORM).get(ITEMS)}!$D$5`,
    ]);
  });

  it('says for whom and for what it is, in the words of people', async () => {
    const { workbook } = await opened();
    const said = (workbook.getWorksheet('Lees mij')?.getSheetValues() ?? []).map((row) =>
      (row as unknown[])?.slice(1, 3),
    );
    expect(said).toContainEqual(['Voor', 'Stichting De Wissel']);
    expect(said).toContainEqual(['Periode', '01-01-2026 tot en met 31-12-2026']);
  });

  it('names long lists on its first sheet only', async () => {
    const referrals = { ...listSection('referrals'), isBulk: true };
    const { workbook } = await opened({ ...FORM, sections: [...FORM.sections, referrals] });
    expect(workbook.getWorksheet(referrals.label.nl)).toBeUndefined();
    expect(JSON.stringify(workbook.getWorksheet('Lees mij')?.getSheetValues())).toContain(
      'municipality;careForm;referrer',
    );
  });
});
