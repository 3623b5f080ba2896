import fc from 'fast-check';
import { Invalid } from '../../src/errors';
import { readBody } from '../../src/intake/delivery-body';
import { readJson } from '../../src/intake/read-json';

const read = (text: string) => readJson(Buffer.from(text));

describe('JSON of which nothing is lost', () => {
  it('is what was sent', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(read(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
    const tricky = { 'a"': '":', '\\': { ':': ['"a":', '\\"'] }, __proto__: 1, é: '{"a":1,"a":2}' };
    expect(read(JSON.stringify(tricky, null, 2))).toEqual(JSON.parse(JSON.stringify(tricky)));
  });

  it.each([
    '{"values":{"finances":1,"finances":999}}',
    '{"values":{},"period":"2026Q4","values":{}}',
    '{"a": 1 , "\\u0061" :2}',
    '[{"a":[{"b":1}],"a":null}]',
  ])('has no name twice: %s', (text) => {
    expect(() => read(text)).toThrow(Invalid);
  });

  it('is in UTF-8', () => {
    expect(() => readJson(Buffer.from('{"a":"é"}', 'latin1'))).toThrow(Invalid);
    expect(() => read('{"a":')).toThrow(SyntaxError);
  });

  it('is read in a time that grows with its length', () => {
    const began = performance.now();
    read('['.repeat(500_000) + ']'.repeat(500_000));
    read(JSON.stringify({ a: '\\"'.repeat(500_000) }));
    expect(() => read('"\\'.repeat(500_000))).toThrow(SyntaxError);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('the shape of a delivery', () => {
  const body = (values: object) => ({ uitvraag: 'a', period: '2026Q4', values });
  const many = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, value]));

  it('has bounds that no form comes near', () => {
    const row = { a: 1 };
    expect(readBody(body({ a: Array(5_000).fill(row) }))).toBeDefined();
    for (const values of [
      many(100_000, {}),
      { a: many(200_000, 1) },
      { a: Array(3_000).fill(row), b: Array(3_000).fill(row) },
      { a: { b: 'x'.repeat(4_001) } },
    ])
      expect(() => readBody(body(values))).toThrow(Invalid);
  });
});
