import { farValues } from '../../../src/intake/files/far-values';
import { timesLonger } from '../../support/how-it-grows';
import { zip } from '../corpus/zip';

const sheet = (xml: string) => zip([{ name: 'xl/worksheets/sheet1.xml', content: xml }]);

describe('values where nothing is read', () => {
  it.each([
    ['<c r="A10001"><v>1</v></c>', ['form.too-many-rows']],
    ['<x:c s="1" r="CW1" t="s"> <x:v>1</x:v></x:c>', ['form.too-many-columns']],
    ["<c r='A10001' s='1'/><v>1</v>", []],
    ['<c r="A10001"></c><c r="A1"><v>1</v></c>', []],
    ['<c r="CV10000"><is><t>x</t></is></c>', []],
  ])('%s', (xml, rules) => expect(farValues(sheet(xml))).toEqual(rules));

  it.each([
    ['tags that do not end', (size: number) => '<c '.repeat(size)],
    ['addresses in one tag', (size: number) => `<c${' r="A1"'.repeat(size)}>x`],
    ['spaces after a tag', (size: number) => `<c r="A1">${' '.repeat(size)}x`],
  ])('are looked for in a time that grows with the file alone: %s', (_name, xml) => {
    const [small, large] = [2_000, 16_000].map((size) => sheet(xml(size)));
    expect(timesLonger((size) => farValues((size === 1 ? small : large) as Buffer), 1, 8)).toBeLessThan(24);
  });
});
