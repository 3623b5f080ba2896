/** Workbooks that are packed in a way that is broken, or meant to break something. */
import { type BadFile, bad } from './bad-file';
import { amount, beforeEnd, inItems } from './cells';
import { items, partOf } from './ground';
import { type Part, rezip, unzip, zip } from './zip';

const part = (name: string, content: Buffer | string = 'x'): Part => ({ name, content });
const STRINGS = 'xl/sharedStrings.xml';
const ENTITIES = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const XXE = '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
const withParts = (template: Buffer, says: (name: string) => Part['says']) =>
  zip([...unzip(template)].map(([name, content]): Part => ({ name, content, says: says(name) })));

export const PACKING: readonly BadFile[] = [
  bad('cut off halfway', ({ template }) => template.subarray(0, template.length / 2), 'form.damaged'),
  bad('cut off just before its end', ({ template }) => template.subarray(0, -30), 'form.damaged'),
  bad(
    'a few bytes of it wrong',
    ({ template }) => Buffer.concat([template.subarray(0, 1500), Buffer.alloc(200), template.subarray(1700)]),
    'form.damaged',
  ),
  bad(
    'a directory that says there is more',
    ({ template }) =>
      zip(
        [...unzip(template)].map(([name, content]) => ({ name, content })),
        { entries: 300 },
      ),
    'form.damaged',
  ),
  bad(
    'a remark of the archive itself',
    ({ template }) => {
      const remark = Buffer.from('bsn 111222333');
      const bytes = Buffer.concat([template, remark]);
      bytes.writeUInt16LE(remark.length, template.length - 2);
      return bytes;
    },
    'form.unusual-packing',
  ),
  bad(
    'a citizen service number in the name of a part',
    ({ template }) => rezip(template, {}, [part('xl/bsn 111222333.xml', '<x/>')]),
    'form.hidden-personal-data',
  ),
  bad(
    'a citizen service number in a formula',
    amount('<f>LEN(&quot;bsn 111222333&quot;)</f><v>13</v>'),
    'form.formula',
    'form.hidden-personal-data',
  ),
  bad(
    'a sheet of XML that is cut off',
    (ground) => inItems(ground, (xml) => xml.slice(0, xml.length / 2)),
    'form.damaged',
  ),
  bad(
    'without its workbook relations',
    ({ template }) =>
      zip(
        [...unzip(template)].filter(([name]) => name !== '_rels/.rels').map(([name, content]) => ({ name, content })),
      ),
    'form.damaged',
  ),
  bad(
    'a zip bomb of one part',
    ({ template }) => rezip(template, {}, [part('xl/media/image1.png', Buffer.alloc(60 * 1024 * 1024))]),
    'form.unpacks-too-large',
  ),
  bad(
    'a zip bomb that lies about its size',
    ({ template }) =>
      rezip(template, {}, [{ ...part('xl/media/image1.png', Buffer.alloc(20 * 1024 * 1024)), says: { unpacked: 10 } }]),
    'form.unpacks-too-large',
  ),
  bad(
    'a zip bomb of many parts',
    ({ template }) =>
      rezip(
        template,
        {},
        Array.from({ length: 40 }, (_, at) => part(`xl/media/${at}.png`, Buffer.alloc(3 * 1024 * 1024))),
      ),
    'form.unpacks-too-large',
  ),
  bad(
    'a thousand parts',
    ({ template }) =>
      rezip(
        template,
        {},
        Array.from({ length: 1000 }, (_, at) => part(`xl/media/${at}.png`)),
      ),
    'form.too-many-parts',
  ),
  bad(
    'a zip within it',
    ({ template }) => rezip(template, {}, [part('xl/media/inner.zip', template)]),
    'form.embedded-object',
  ),
  bad('macros', ({ template }) => rezip(template, {}, [part('xl/vbaProject.bin')]), 'form.macros'),
  bad(
    'macros of Excel 4',
    ({ template }) => rezip(template, {}, [part('xl/macrosheets/sheet1.xml', '<x/>')]),
    'form.macros',
  ),
  bad(
    'a link to another workbook',
    ({ template }) => rezip(template, {}, [part('xl/externalLinks/externalLink1.xml', '<x/>')]),
    'form.external-link',
  ),
  bad(
    'an embedded document',
    ({ template }) => rezip(template, {}, [part('xl/embeddings/oleObject1.bin')]),
    'form.embedded-object',
  ),
  bad(
    'a control (ActiveX)',
    ({ template }) => rezip(template, {}, [part('xl/activeX/activeX1.xml', '<x/>')]),
    'form.embedded-object',
  ),
  bad(
    'a part with a path upwards',
    ({ template }) => rezip(template, {}, [part('../../etc/cron.d/x')]),
    'form.unsafe-names',
  ),
  bad(
    'a part with an absolute path',
    ({ template }) => rezip(template, {}, [part('/etc/passwd')]),
    'form.unsafe-names',
  ),
  bad(
    'a part with a path of Windows',
    ({ template }) => rezip(template, {}, [part('C:\\windows\\x')]),
    'form.unsafe-names',
  ),
  bad(
    'the same part twice',
    (ground) => rezip(ground.template, {}, [part(partOf(ground, items(ground)), '<x/>')]),
    'form.unsafe-names',
  ),
  bad(
    'the same part twice, in other letters',
    ({ template }) => rezip(template, {}, [part('XL/WORKBOOK.XML', '<x/>')]),
    'form.unsafe-names',
  ),
  bad('encrypted parts', ({ template }) => withParts(template, () => ({ flags: 1 })), 'form.encrypted-parts'),
  bad(
    'packed in another way (LZMA)',
    ({ template }) => withParts(template, () => ({ method: 14 })),
    'form.unusual-packing',
  ),
  bad(
    'sizes of zip64',
    ({ template }) =>
      withParts(template, (name) => (name === STRINGS ? { packed: 0xffffffff, unpacked: 0xffffffff } : undefined)),
    'form.unusual-packing',
  ),
  bad(
    'another name in the part than in the directory',
    ({ template }) => withParts(template, (name) => (name === STRINGS ? { localName: 'xl/other' } : undefined)),
    'form.damaged',
  ),
  bad(
    'a part of which the size is wrong',
    ({ template }) => withParts(template, (name) => (name === STRINGS ? { unpacked: 7 } : undefined)),
    'form.damaged',
  ),
  bad(
    'a billion laughs in its texts',
    ({ template }) => rezip(template, { [STRINGS]: (xml) => xml.replace('<sst', `${ENTITIES}<sst`) }),
    'form.doctype',
  ),
  bad(
    'an entity that reads a file of ours',
    ({ template }) => rezip(template, { [STRINGS]: (xml) => xml.replace('<sst', `${XXE}<sst`) }),
    'form.doctype',
  ),
  bad(
    'an entity in UTF-16',
    ({ template }) =>
      rezip(template, { [STRINGS]: (xml) => Buffer.from(`\ufeff${xml.replace('<sst', `${XXE}<sst`)}`, 'utf16le') }),
    'form.doctype',
  ),
  bad('content types that say something else', ({ template }) =>
    rezip(template, { '[Content_Types].xml': (xml) => xml.replaceAll('spreadsheetml', 'wordprocessingml') }),
  ),
  bad(
    'a part with the checksum of another',
    ({ template }) => withParts(template, (name) => (name === STRINGS ? { crc: 7 } : undefined)),
    'form.damaged',
  ),
  bad(
    'a connection to a database',
    ({ template }) => rezip(template, {}, [part('xl/connections.xml', '<connections/>')]),
    'form.external-link',
  ),
  bad(
    'an absurd number of columns',
    (ground) => inItems(ground, (xml) => xml.replace('<cols>', `<cols>${'<col min="1" max="16384"/>'.repeat(80_000)}`)),
    'form.unpacks-too-large',
  ),
  bad(
    'an absurd number of columns in a sheet with another name',
    (ground) => {
      const sheet = partOf(ground, items(ground));
      const many = '<col min="1" max="16384"/>'.repeat(80_000);
      const parts = [...unzip(ground.template)].map(([name, content]): Part => {
        const text = content.toString('utf8');
        if (name === sheet) return { name: 'xl/sheet.dat', content: text.replace('<cols>', `<cols>${many}`) };
        return { name, content: text.replace(`"${sheet.replace('xl/', '')}"`, '"sheet.dat"') };
      });
      return zip(parts);
    },
    'form.unpacks-too-large',
  ),
  bad(
    'an absurd number of rows',
    (ground) => inItems(ground, beforeEnd('</sheetData>', '<row r="9"/>'.repeat(1_100_000))),
    'form.unpacks-too-large',
  ),
  bad('the columns to the end of a sheet', (ground) =>
    inItems(ground, (xml) => xml.replace('</cols>', '<col min="30" max="16384" width="9" customWidth="1"/></cols>')),
  ),
  bad('a million empty rows', (ground) =>
    inItems(
      ground,
      beforeEnd(
        '</sheetData>',
        Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 100}" spans="1:5"/>`).join(''),
      ),
    ),
  ),
  bad('a hundred thousand rows with cells without a value', (ground) =>
    inItems(
      ground,
      beforeEnd(
        '</sheetData>',
        Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 100}"><c r="D${at + 100}" s="1"/></row>`).join(''),
      ),
    ),
  ),
  bad(
    'a value in the last row there is',
    (ground) => inItems(ground, beforeEnd('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    'form.too-many-rows',
  ),
  bad(
    'a value in the last column there is',
    (ground) => inItems(ground, beforeEnd('</sheetData>', '<row r="90"><c r="XFD90"><v>1</v></c></row>')),
    'form.too-many-columns',
  ),
  bad(
    'a cell beyond the last there is',
    (ground) => inItems(ground, beforeEnd('</sheetData>', '<row r="9"><c r="ZZZ9999999"><v>1</v></c></row>')),
    'form.too-many-rows',
    'form.too-many-columns',
  ),
];
