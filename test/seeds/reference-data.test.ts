import { csvRows } from '../../seeds/csv';
import { careForms, municipalities, provinces, regionNeighbours, regions, uitvragen } from '../../seeds/reference-data';
import { FREQUENCIES, PARTY_KINDS, UNITS } from '../../src/domain/vocabulary';

describe('The reference data', () => {
  it('is the Netherlands of 2025: 342 municipalities in 42 regions and 12 provinces', () => {
    expect([municipalities().length, regions().length, provinces().length]).toEqual([342, 42, 12]);
  });

  it('puts every municipality in a region and province that exist, and counts its people', () => {
    const known = new Set([...regions(), ...provinces()].map(({ code }) => code));
    for (const { regionCode, provinceCode, inhabitants, youth, validFrom } of municipalities()) {
      expect(known.has(regionCode) && known.has(provinceCode)).toBe(true);
      expect(inhabitants).toBeGreaterThan(youth);
      expect(youth).toBeGreaterThan(0);
      expect(validFrom >= '2016-01-01' && validFrom <= '2023-01-01').toBe(true);
    }
  });

  it('adds the people of municipalities up to those of their region', () => {
    const towns = municipalities();
    for (const { code, inhabitants } of regions()) {
      const within = towns.filter(({ regionCode }) => regionCode === code);
      expect(within.reduce((sum, town) => sum + town.inhabitants, 0)).toBe(inhabitants);
    }
  });

  it('tells of every region which others it borders on, both ways', () => {
    const pairs = new Set(regionNeighbours().map(({ region, neighbour }) => `${region} ${neighbour}`));
    expect(new Set(regionNeighbours().map(({ region }) => region))).toEqual(new Set(regions().map(({ code }) => code)));
    expect(regionNeighbours().every(({ region, neighbour }) => pairs.has(`${neighbour} ${region}`))).toBe(true);
    expect([pairs.has('JZ01 JZ02'), pairs.has('JZ01 JZ01')]).toEqual([true, false]);
  });

  it('reads a name with a comma in it', () => {
    expect(municipalities().find(({ code }) => code === 'GM0820')?.name).toBe('Nuenen, Gerwen en Nederwetten');
    expect(csvRows('a,b\n"say ""no""",\n')).toEqual([{ a: 'say "no"', b: '' }]);
  });

  it('hangs every form of care under one that comes before it, with codes without spaces', () => {
    const seen = new Set<string>();
    for (const { code, parentCode } of careForms()) {
      expect(code).not.toContain(' ');
      if (parentCode !== null) expect(seen.has(parentCode)).toBe(true);
      seen.add(code);
    }
  });
});

describe('The definitions of what is asked', () => {
  const items = (key: string) => uitvragen().find((uitvraag) => uitvraag.key === key)?.items ?? [];

  it('use each code once, and only known words', () => {
    for (const { items: all } of uitvragen()) {
      expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
      for (const { unit, askedOf, frequency, legalBasis, label } of all) {
        expect([unit in UNITS, askedOf in PARTY_KINDS, frequency in FREQUENCIES]).toEqual([true, true, true]);
        expect(legalBasis.length * label.length).toBeGreaterThan(0);
      }
    }
  });

  it('hold the whole of article 8g: a1 to a6 yearly, b1 to b16 quarterly', () => {
    const numbers = (letter: string, frequency: string) => [
      ...new Set(
        items('regeling-jeugdwet-8g')
          .filter(({ code, frequency: every }) => new RegExp(`^${letter}\\d`).test(code) && every === frequency)
          .map(({ code }) => Number(code.slice(1).split('.')[0])),
      ),
    ];
    const range = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
    expect(numbers('a', 'YEAR')).toEqual(range(6));
    expect(numbers('b', 'QUARTER')).toEqual(range(16));
  });

  it('do not ask for equity in article 8g, and do in the covenant', () => {
    const figures = (key: string) => items(key).map(({ figureItem }) => figureItem);
    expect(figures('regeling-jeugdwet-8g')).not.toContain('equity');
    expect(figures('regeling-jeugdwet-8g')).not.toContain('balance_total');
    expect(figures('convenant-bijlage-4')).toEqual(
      expect.arrayContaining(['equity', 'balance_total', 'open_invoices']),
    );
  });

  it('hold all of Bijlage 4: eight kinds of data of providers, five of clients, three of the VNG', () => {
    const kinds = new Set(items('convenant-bijlage-4').map(({ code }) => code.split('.')[0]));
    expect([...kinds]).toEqual(
      [...'12345678']
        .map((n) => `A${n}`)
        .concat(
          [...'12345'].map((n) => `G${n}`),
          ['V1', 'V2', 'V3'],
        ),
    );
  });
});
