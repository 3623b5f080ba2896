/** Writes .ods files as LibreOffice lays them out, and zips that lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** What the zip says that it unpacks to, when that is not the truth. */
  readonly saysSize?: number;
}

/** A zip with everything deflated. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, saysSize = content.length } of parts) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(saysSize, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, rest, Buffer.from(name));
    offset += 4 + 26 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

export type Sheet = readonly (readonly (string | number | null)[])[];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cellXml = (cell: string | number | null) => {
  if (cell === null) return '<table:table-cell/>';
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell.toLocaleString('nl')}</text:p></table:table-cell>`;
  return `<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>${escaped(cell)}</text:p></table:table-cell>`;
};
/** As LibreOffice does: empty cells up to the edge. */
const EDGE = '<table:table-cell table:number-columns-repeated="16300"/>';

export const contentXml = (sheets: Readonly<Record<string, Sheet>>) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${Object.entries(
  sheets,
)
  .map(
    ([name, rows]) =>
      `<table:table table:name="${name}">${rows
        .map((row) => `<table:table-row>${row.map(cellXml).join('')}${EDGE}</table:table-row>`)
        .join('')}<table:table-row table:number-rows-repeated="1048000">${EDGE}</table:table-row></table:table>`,
  )
  .join('')}</office:spreadsheet></office:body></office:document-content>`;

export const ods = (sheets: Readonly<Record<string, Sheet>>): Buffer =>
  zip([
    { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', content: Buffer.from(contentXml(sheets)) },
  ]);
