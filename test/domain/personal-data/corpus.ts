/** Sentences as people write them, with what should be found in them. All numbers are made up here, and belong to nobody. */
import fc from 'fast-check';
import type { PersonalDataKind } from '../../../src/domain/personal-data/kinds';

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));

const rest = (eight: string) => [...eight].reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0) % 11;
/** Nine digits that pass the eleven test. */
export const elevenProof = digits(8, 8)
  .filter((eight) => /[1-9]/.test(eight) && rest(eight) !== 10)
  .map((eight) => `${eight}${rest(eight)}`);
const nineDigits = digits(9, 9).filter((nine) => !nine.startsWith('0'));

const name = fc.constantFrom('jan', 'fatima.el.amrani', 'p.de-vries', 'sanne_k', 'm.bakker1985', "o'neill");
const domain = fc.constantFrom('gmail.com', 'zorgaanbieder.nl', 'ziggo.nl', 'mail.gemeente-x.nl', 'hotmail.co.uk');
const day = fc.tuple(
  fc.integer({ min: 1, max: 28 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1990, max: 2026 }),
);
const two = (number: number) => String(number).padStart(2, '0');
const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const date = fc.tuple(day, fc.integer({ min: 0, max: 4 })).map(([[d, m, y], how]) => {
  const ways = [
    `${two(d)}-${two(m)}-${y}`,
    `${d}-${m}-${y}`,
    `${y}-${two(m)}-${two(d)}`,
    `${d} ${MONTHS[m - 1]} ${y}`,
    `${two(d)}/${two(m)}/${y}`,
  ];
  return ways[how] as string;
});
const bank = fc.constantFrom('ABNA', 'INGB', 'RABO', 'TRIO', 'SNSB');
const iban = fc.tuple(bank, digits(10, 10), fc.boolean()).map(([code, account, spaced]) => {
  const number = [...`${code}${account}NL00`].map((character) => Number.parseInt(character, 36)).join('');
  const whole = `NL${two(98 - Number(BigInt(number) % 97n))}${code}${account}`;
  return spaced ? whole.replace(/(.{4})(?=.)/g, '$1 ') : whole;
});
const phone = fc.tuple(digits(8, 8), fc.integer({ min: 0, max: 6 })).map(([d, how]) => {
  const ways = [
    `06${d}`,
    `06-${d}`,
    `06 ${d.slice(0, 2)} ${d.slice(2, 4)} ${d.slice(4, 6)} ${d.slice(6)}`,
    `+316${d}`,
    `+31 6 ${d}`,
    `020-1${d.slice(2)}`,
    `(0592) 3${d.slice(3)}`,
  ];
  return ways[how] as string;
});

export interface Sample {
  readonly text: string;
  readonly kind: PersonalDataKind | null;
}
const put = (kind: PersonalDataKind | null, value: fc.Arbitrary<string>, frames: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...frames), value)
    .map(([frame, written]): Sample => ({ kind, text: frame.replace('%', written) }));

export const WITH: readonly fc.Arbitrary<Sample>[] = [
  put('BSN', elevenProof, [
    'Het gaat om cliënt % die sinds mei bij ons verblijft.',
    'BSN: %. De zorg stopt per 1 juli.',
    'De jeugdige (bsn %) heeft geen plek.',
    'burgerservicenummer % van de moeder',
    'Jeugdige % wacht al 30 weken.',
    'Child % has no place; the invoice is open.',
    '% (bsn) is overgeplaatst.',
  ]),
  put(
    'EMAIL',
    fc.tuple(name, domain).map((parts) => parts.join('@')),
    ['Mail mij op % voor meer.', 'Contactpersoon: %', 'Stuur de stukken aan <%>, dan kijken wij mee.'],
  ),
  put(
    'EMAIL',
    fc.tuple(name, domain).map((parts) => parts.join(' [at] ')),
    ['U bereikt haar via %.'],
  ),
  put('PHONE', phone, [
    'Bel %.',
    'Moeder is bereikbaar op % na 17 uur',
    'Tel. %',
    'Zij zegt (%) dat het niet meer gaat.',
  ]),
  put(
    'PHONE',
    digits(7, 7).map((d) => `050${d}`),
    ['Telefoonnummer % van de ouders.', 'Bereikbaar op %.'],
  ),
  put('IBAN', iban, ['Rekening % van de ouders.', 'Het pgb staat op %, en is op.', 'IBAN %']),
  put('BIRTH_DATE', date, [
    'Jongen, geboren %, verblijft in groep 3.',
    'Meisje geb. %',
    'Geboortedatum: %',
    'She was born on % and lives here.',
    'Hij is jarig op %.',
  ]),
];

const amount = fc.integer({ min: 1_000_000, max: 999_999_999 });
const thousands = amount.map((value) => value.toLocaleString('nl'));
const eight = digits(8, 8).filter((d) => !d.startsWith('00'));

export const WITHOUT: readonly fc.Arbitrary<Sample>[] = [
  put(null, thousands, [
    'De omzet was € %.',
    'Het tekort loopt op tot % euro.',
    'Voor 40 cliënten is % begroot.',
    'Cliënten kosten ons %,00 per jaar.',
  ]),
  put(null, amount.map(String), [
    'Omzet % euro in 2026.',
    'totaal % cent',
    'Het eigen vermogen is -%',
    'Balanstotaal: %',
    'kosten per cliënt: % euro',
  ]),
  put(null, eight, [
    'KvK % is de rechtspersoon.',
    'AGB-code % declareert niet meer.',
    'Kind en Co (KvK %) stopt.',
    'kvk-nummer: %',
  ]),
  put(null, elevenProof, [
    'RSIN % van de stichting.',
    'Factuur % staat open.',
    'Contract % loopt af.',
    'Dossier % van de gemeente over de jeugdige.',
    'btw-nummer NL%B01',
    'Ordernummer %',
    'Wij zagen % in het overzicht.',
  ]),
  put(null, nineDigits, [
    'contractnummer %',
    'Referentie JW-%',
    'beschikking % is ingetrokken',
    'zaaknummer % bij de rechtbank',
  ]),
  put(null, date, [
    'Het contract gaat in op %.',
    'Looptijd tot %',
    'Opgericht op %',
    'De cliëntenstop geldt vanaf %.',
    'Op % was er overleg met de gemeente.',
    'Kinderen worden per % overgeplaatst.',
  ]),
  put(null, domain, ['Zie www.% voor het jaarverslag.', 'Mail info@%', 'secretariaat@% heeft de stukken']),
  put(null, digits(4, 4), [
    'Bel 0800-%.',
    'Postbus %',
    'In 2026 waren % kinderen in zorg.',
    'Veilig Thuis 0800-%',
    'JZ01-% is de code',
  ]),
  put(null, digits(10, 10), ['contractnummer 0%', 'Kenmerk 2026-0%', 'Rekening courant %', 'UUID 3f2b-%-aa']),
  put(null, fc.integer({ min: 1, max: 99 }).map(String), [
    'Ziekteverzuim van % procent.',
    'Over % dagen is de kas leeg.',
    'Groep % sluit op 1 juli.',
    'Wachttijd: % weken voor JH12122.',
  ]),
];
