/** Workbooks of which the sheets, rows and columns are not those of the template. */
import { type BadFile, bad, later } from './bad-file';
import { beforeEnd, cellOf, inItems, inList, put, putText } from './cells';
import { type Ground, items, list, partOf } from './ground';
import { rezip, unzip, zip } from './zip';

const WORKBOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** The hidden sheet is the last. */
function inMeta({ template }: Ground, rows: string): Buffer {
  const last = Math.max(
    ...[...unzip(template).keys()].map((name) => Number(/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0)),
  );
  return rezip(template, { [`xl/worksheets/sheet${last}.xml`]: beforeEnd('</sheetData>', rows) });
}
const firstSheet = (template: Buffer) =>
  Object.fromEntries(
    [...unzip(template).keys()]
      .filter((name) => /^xl\/workbook\.xml$/.test(name))
      .map((name) => [name, (xml: string) => xml.replace(/ name="Lees mij"/, ' name="Blad1"')]),
  );

export const SHEETS: readonly BadFile[] = [
  bad(
    'a sheet that is not of the template',
    ({ template }) => rezip(template, firstSheet(template)),
    'form.unknown-sheet',
  ),
  bad('a sheet that was renamed', (ground) =>
    rezip(ground.template, {
      [WORKBOOK]: (xml) => xml.replace(`name="${escaped(items(ground).label.nl)}"`, 'name="Onze cijfers"'),
    }),
  ),
  bad(
    'a sheet that was taken out',
    (ground) =>
      rezip(ground.template, {
        [WORKBOOK]: (xml) =>
          xml.replace(new RegExp(`<sheet [^>]*name="${escaped(items(ground).label.nl)}"[^>]*/>`), ''),
      }),
    'form.missing-sheet',
  ),
  bad(
    'the hidden sheet was taken out',
    ({ template }) => rezip(template, { [WORKBOOK]: (xml) => xml.replace(/<sheet [^>]*name="_meta"[^>]*\/>/, '') }),
    'form.not-our-template',
  ),
  bad(
    'the hidden row was taken out',
    (ground) => inItems(ground, (xml) => xml.replace(/<row r="3".*?<\/row>/, '')),
    'form.missing-sheet',
    'form.unknown-sheet',
  ),
  bad(
    'the token was taken out',
    (ground) => rezip(ground.template, { [STRINGS]: (xml) => xml.replace(ground.meta.token, '') }),
    'form.not-our-template',
  ),
  later(
    bad('the token was changed', (ground) =>
      rezip(ground.template, { [STRINGS]: (xml) => xml.replace(ground.meta.token, 'x.y.z') }),
    ),
    'the token is refused',
  ),
  later(
    bad('the template of another period', (ground) =>
      rezip(ground.template, { [STRINGS]: (xml) => xml.replaceAll(ground.meta.periodStart, '2019-01-01') }),
    ),
    'the period is refused',
  ),
  later(
    bad('the template of another party', (ground) =>
      rezip(ground.template, {
        [STRINGS]: (xml) => xml.replaceAll(escaped(ground.meta.party), 'Stichting Ander (99999999)'),
      }),
    ),
    'the party is refused',
  ),
  bad(
    'a sheet twice',
    (ground) =>
      rezip(ground.template, {
        [WORKBOOK]: (xml) =>
          xml.replace(/(<sheet [^>]*name=")Codelijsten("[^>]*\/>)/, (all) => all.replace('Codelijsten', 'Kopie')),
        'xl/_rels/workbook.xml.rels': (xml) => doubled(xml, partOf(ground, items(ground))),
      }),
    'form.sheet-twice',
  ),
  bad(
    'sheets that are hidden',
    (ground) =>
      rezip(ground.template, {
        [WORKBOOK]: (xml) =>
          xml.replace(`name="${escaped(items(ground).label.nl)}"`, (name) => `${name} state="hidden"`),
      }),
    'form.hidden-sheet',
  ),
  bad(
    'a code that was changed',
    (ground) => inItems(ground, putText('A5', 'B99')),
    'form.unknown-field',
    'form.missing-field',
  ),
  bad(
    'a code that was taken out',
    (ground) => inItems(ground, (xml) => put(cellOf(items(ground), 'AMOUNT'), '<v>5</v>')(put('A5', '')(xml))),
    'form.unknown-field',
    'form.missing-field',
  ),
  bad(
    'a code twice, with one value',
    (ground) =>
      inItems(
        ground,
        beforeEnd(
          '</sheetData>',
          row(90, `${text('A90', items(ground).fields[0]?.code ?? '')}<c r="D90"><v>5</v></c>`),
        ),
      ),
    'form.field-twice',
  ),
  bad(
    'a code twice, with two values',
    (ground) =>
      inItems(ground, (xml) =>
        put(
          'D5',
          '<v>4</v>',
        )(
          beforeEnd(
            '</sheetData>',
            row(90, `${text('A90', items(ground).fields[0]?.code ?? '')}<c r="D90"><v>5</v></c>`),
          )(xml),
        ),
      ),
    'form.two-values',
  ),
  bad(
    'a column of a list that was changed',
    (ground) => inList(ground, putText('B3', 'bsn')),
    'form.unknown-field',
    'form.missing-field',
  ),
  bad(
    'twenty columns too many',
    (ground) =>
      inList(
        ground,
        beforeEnd(
          '</sheetData>',
          row(
            900,
            Array.from({ length: 20 }, (_, at) => `<c r="A${String.fromCharCode(65 + at)}900"><v>1</v></c>`).join(''),
          ),
        ),
      ),
    'form.outside-fields',
  ),
  bad(
    'a note beside the cells',
    (ground) => inItems(ground, beforeEnd('</sheetData>', row(80, text('H80', 'schatting')))),
    'form.outside-fields',
  ),
  bad(
    'a citizen service number beside the cells',
    (ground) => inItems(ground, beforeEnd('</sheetData>', row(80, text('H80', 'bsn 111222333')))),
    'form.personal-data',
  ),
  bad(
    'a note about somebody below the form, in the column of values',
    (ground) => inItems(ground, beforeEnd('</sheetData>', row(80, text('D80', 'bsn 111222333')))),
    'form.unknown-field',
    'form.personal-data',
  ),
  bad(
    'a note about somebody beside a code that is not asked',
    (ground) => inItems(ground, beforeEnd('</sheetData>', row(80, text('A80', 'B99') + text('D80', 'bsn 111222333')))),
    'form.unknown-field',
    'form.personal-data',
  ),
  bad(
    'somebody in the second value of a code',
    (ground) =>
      inItems(ground, (xml) =>
        put(
          'D5',
          '<v>4</v>',
        )(
          beforeEnd(
            '</sheetData>',
            row(90, text('A90', items(ground).fields[0]?.code ?? '') + text('D90', 'bsn 111222333')),
          )(xml),
        ),
      ),
    'form.two-values',
    'form.personal-data',
  ),
  bad(
    'a citizen service number on the hidden sheet',
    (ground) => inMeta(ground, row(40, text('A40', 'bsn 111222333'))),
    'form.personal-data',
  ),
  bad(
    'a citizen service number beside an own key of the hidden sheet',
    (ground) =>
      inMeta(ground, row(40, text('A40', 'party') + text('B40', ground.meta.party) + text('C40', 'bsn 111222333'))),
    'form.personal-data',
  ),
  bad(
    'a citizen service number in a key of the hidden sheet that is there again',
    (ground) =>
      inMeta(
        ground,
        row(40, text('A40', 'party') + text('B40', 'bsn 111222333')) +
          row(41, text('A41', 'party') + text('B41', ground.meta.party)),
      ),
    'form.personal-data',
  ),
  bad(
    'an e-mail address on another sheet',
    ({ template }) =>
      rezip(template, {
        'xl/worksheets/sheet1.xml': beforeEnd('</sheetData>', row(90, text('A90', 'jan.jansen@voorbeeld.nl'))),
      }),
    'form.personal-data',
  ),
  bad(
    'a citizen service number in the properties of the file',
    ({ template }) =>
      rezip(template, {
        'docProps/core.xml': (xml) =>
          xml.replace('</cp:coreProperties>', '<dc:description>bsn &#49;11222333</dc:description></cp:coreProperties>'),
      }),
    'form.hidden-personal-data',
  ),
  bad(
    'a citizen service number in a footer',
    (ground) =>
      inItems(ground, (xml) =>
        xml.replace('</worksheet>', '<headerFooter><oddFooter>bsn 111222333</oddFooter></headerFooter></worksheet>'),
      ),
    'form.hidden-personal-data',
  ),
  bad(
    'a citizen service number in a sentence of a cell for input',
    (ground) => inItems(ground, (xml) => xml.replace(/error="[^"]*"/, 'error="Niet bsn 111222333"')),
    'form.hidden-personal-data',
  ),
  bad(
    'an e-mail address in a link',
    ({ template }) =>
      rezip(template, {}, [
        {
          name: 'xl/worksheets/_rels/sheet9.xml.rels',
          content: '<Relationships><Relationship Target="mailto:jan.jansen@voorbeeld.nl"/></Relationships>',
        },
      ]),
    'form.hidden-personal-data',
  ),
  bad(
    'a citizen service number in a remark of two colours',
    ({ template }) =>
      rezip(template, {}, [
        {
          name: 'xl/comments9.xml',
          content:
            '<comments><comment ref="A1"><text><r><rPr><sz val="9"/></rPr><t>bsn 1112</t></r><r><rPr><b/><sz val="9"/></rPr><t>22333</t></r></text></comment></comments>',
        },
      ]),
    'form.hidden-personal-data',
  ),
  bad(
    'a picture of a page',
    ({ template }) => rezip(template, {}, [{ name: 'xl/media/image1.png', content: 'x' }]),
    'form.picture',
  ),
  bad('the settings of a printer', ({ template }) =>
    rezip(template, {}, [{ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }]),
  ),
  bad(
    'merged cells',
    (ground) =>
      inItems(ground, (xml) =>
        xml.replace('<dataValidations', '<mergeCells count="1"><mergeCell ref="D5:D6"/></mergeCells><dataValidations'),
      ),
    'form.merged-cells',
  ),
  bad(
    'all cells merged',
    (ground) =>
      inItems(ground, (xml) =>
        xml.replace(
          '<dataValidations',
          '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations',
        ),
      ),
    'form.merged-cells',
  ),
  bad(
    'a hidden row with a value',
    (ground) => inItems(ground, (xml) => put('D5', '<v>4</v>')(xml).replace('<row r="5"', '<row r="5" hidden="1"')),
    'form.hidden-row',
  ),
  bad('only headings', ({ template }) => template),
  bad('a column put in before the others', (ground) =>
    inItems(ground, (xml) =>
      xml.replaceAll(
        /<c r="([A-E])(\d+)"/g,
        (_, letter: string, at) => `<c r="${String.fromCharCode(letter.charCodeAt(0) + 1)}${at}"`,
      ),
    ),
  ),
  later(
    bad('the same row twice', (ground) =>
      inList(ground, (xml) =>
        ['5', '6'].reduce(
          (all, at) => put(`${cellOf(list(ground), 'AMOUNT').replace(/\d+/, '')}${at}`, '<v>1</v>')(all),
          xml,
        ),
      ),
    ),
    'a duplicate key is found',
  ),
  bad(
    'a workbook that is none of ours',
    () =>
      zip([
        {
          name: '[Content_Types].xml',
          content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        },
        {
          name: '_rels/.rels',
          content:
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        },
        {
          name: 'xl/workbook.xml',
          content: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>',
        },
      ]),
    'form.not-our-template',
    'form.missing-sheet',
  ),
];

/** Lets the sheet of the code lists point at another part. */
function doubled(relations: string, part: string): string {
  const targets = [...relations.matchAll(/Target="(worksheets\/sheet(\d+)\.xml)"/g)].map(
    ([, target = '', number]) => [target, Number(number)] as const,
  );
  const [beforeLast] = [...targets].sort((one, other) => other[1] - one[1]).slice(1);
  return relations.replace(`Target="${beforeLast?.[0]}"`, `Target="${part.replace('xl/', '')}"`);
}
