/** Files of another kind than they are called. */
import { gzipSync } from 'node:zlib';
import { type BadFile, bad } from './bad-file';
import { zip } from './zip';

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const office = (...names: string[]) =>
  zip(['[Content_Types].xml', ...names].map((name) => ({ name, content: '<x/>' })));
const bytes = (...all: number[]) => Buffer.concat([Buffer.from(all), Buffer.alloc(64)]);

export const KINDS: readonly BadFile[] = [
  bad('an empty file', () => '', 'form.empty-file'),
  bad('nothing but spaces and line ends', () => ' \r\n\t\r\n', 'form.empty-file'),
  bad('nothing but a byte order mark', () => bytes(0xef, 0xbb, 0xbf).subarray(0, 3), 'form.empty-file'),
  bad('nothing but NULs', () => Buffer.alloc(5000), 'form.empty-file'),
  bad('a workbook of Excel 97', () => ole('Workbook'), 'form.xls'),
  bad('a workbook of Excel 5', () => ole('Book'), 'form.xls'),
  bad('a workbook with a password', () => ole('EncryptedPackage'), 'form.password'),
  bad('a document of Word 97', () => ole('WordDocument'), 'form.word'),
  bad('an OLE file of an odd number of bytes', () => ole('Contents').subarray(0, -1), 'form.unknown-kind'),
  bad('an OLE file of something else', () => ole('Contents'), 'form.unknown-kind'),
  bad('an OLE file that is cut off', () => ole('').subarray(0, 20), 'form.unknown-kind'),
  bad('a pdf that is called xlsx', () => '%PDF-1.7\n1 0 obj\n', 'form.pdf'),
  bad('a pdf with something before it', () => `\n\n${' '.repeat(500)}%PDF-1.4\n`, 'form.pdf'),
  bad('a document of Word', () => office('word/document.xml'), 'form.word'),
  bad('a presentation', () => office('ppt/presentation.xml'), 'form.presentation'),
  bad('a workbook of OpenDocument', () => office('content.xml', 'mimetype'), 'form.open-document'),
  bad('a binary workbook', () => office('xl/workbook.bin'), 'form.binary-workbook'),
  bad('a file of Numbers', () => office('Index/Document.iwa'), 'form.numbers'),
  bad('a zip with a CSV in it', () => zip([{ name: 'a.csv', content: 'a;b\n1;2' }]), 'form.archive'),
  bad('a zip with nothing in it', () => zip([]), 'form.archive'),
  bad('a gzip', () => gzipSync('a;b\n1;2'), 'form.archive'),
  bad('a picture (png)', () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'form.image'),
  bad('a picture (jpeg)', () => bytes(0xff, 0xd8, 0xff, 0xe0), 'form.image'),
  bad('a web page that is called xls', () => '<html><table><tr><td>1</td></tr></table></html>', 'form.html'),
  bad('a web page with a mark and a doctype', () => '\ufeff<!DOCTYPE html><html></html>', 'form.html'),
  bad('a workbook as XML of 2003', () => '<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', 'form.xml'),
  bad('JSON', () => '{"code": "A1.1", "value": 5}', 'form.json'),
  bad('a program for Windows', () => bytes(0x4d, 0x5a, 0x90, 0x00), 'form.program'),
  bad('a program for Linux', () => bytes(0x7f, 0x45, 0x4c, 0x46), 'form.program'),
  bad(
    'bytes of nothing in particular',
    () => Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 7 + 1) % 256)),
    'form.unknown-kind',
  ),
  bad('a file of more than 10 MB', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a;b\n'), 'form.too-large'),
];
