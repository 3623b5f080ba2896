/** Messages of JW323 (iJw 3.2) as the standard lays them out, invented. */

export interface InventedLine {
  readonly category: string;
  readonly start: string;
  readonly end: string;
  readonly volume: number | string;
  readonly unit: string;
  readonly cents: number | string;
  readonly sign: string;
}

export const LINE: InventedLine = {
  category: '35',
  start: '2026-07-01',
  end: '2026-07-31',
  volume: 31,
  unit: '14',
  cents: 310_000,
  sign: 'D',
};

const lineXml = ({ category, start, end, volume, unit, cents, sign }: InventedLine, number: number) => `
        <jw323:Prestatie>
          <jw323:ProductReferentie><ijw:ReferentieNummer>REF${number}</ijw:ReferentieNummer></jw323:ProductReferentie>
          <jw323:ToewijzingNummer>${number}</jw323:ToewijzingNummer>
          <jw323:ProductCategorie>${category}</jw323:ProductCategorie>
          <jw323:ProductCode>${category}A01</jw323:ProductCode>
          <jw323:ProductPeriode><ijw:Begindatum>${start}</ijw:Begindatum><ijw:Einddatum>${end}</ijw:Einddatum></jw323:ProductPeriode>
          <jw323:GeleverdVolume>${volume}</jw323:GeleverdVolume>
          <jw323:Eenheid>${unit}</jw323:Eenheid>
          <jw323:ProductTarief>10000</jw323:ProductTarief>
          <jw323:IngediendBedrag><ijw:Bedrag>${cents}</ijw:Bedrag><ijw:DebetCredit>${sign}</ijw:DebetCredit></jw323:IngediendBedrag>
        </jw323:Prestatie>`;

/** More about a client than JW323 has: other messages of iJw do, and programs make mistakes. */
const clientXml = (bsn: string, lines: readonly InventedLine[], from: number) => `
      <jw323:Client>
        <jw323:Bsn>${bsn}</jw323:Bsn>
        <jw323:Geboortedatum><ijw:Datum>2011-02-03</ijw:Datum></jw323:Geboortedatum>
        <jw323:Naam><ijw:Geslachtsnaam><ijw:Naam>Naam-${bsn}</ijw:Naam></ijw:Geslachtsnaam></jw323:Naam>
        <jw323:Prestaties>${lines.map((line, at) => lineXml(line, from + at)).join('')}
        </jw323:Prestaties>
      </jw323:Client>`;

export interface InventedMessage {
  readonly receiver?: string;
  readonly code?: string;
  readonly number?: string;
  readonly namespace?: string;
  readonly totalCents?: bigint;
  readonly prolog?: string;
  readonly clients: readonly { readonly bsn: string; readonly lines: readonly InventedLine[] }[];
}

const signed = ({ cents, sign }: InventedLine) => (sign === 'C' ? -BigInt(cents) : BigInt(cents));
export const sumOf = (lines: readonly InventedLine[]) => lines.reduce((sum, line) => sum + signed(line), 0n);

export const opening = ({
  receiver = '0014',
  code = '490',
  number = 'D1',
  namespace,
  totalCents = 0n,
  prolog = '',
}: Omit<InventedMessage, 'clients'>) =>
  `<?xml version="1.0" encoding="UTF-8"?>${prolog}
<jw323:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:jw323="${namespace ?? 'http://www.istandaarden.nl/ijw/3_2/jw323/schema'}">
  <jw323:Header>
    <jw323:BerichtCode>${code}</jw323:BerichtCode><jw323:BerichtVersie>3</jw323:BerichtVersie><jw323:BerichtSubversie>2</jw323:BerichtSubversie>
    <jw323:Afzender>98765432</jw323:Afzender><jw323:Ontvanger>${receiver}</jw323:Ontvanger>
  </jw323:Header>
  <jw323:Declaratie>
    <jw323:DeclaratieNummer>${number}</jw323:DeclaratieNummer>
    <jw323:DeclaratiePeriode><ijw:Begindatum>2026-07-01</ijw:Begindatum><ijw:Einddatum>2026-07-31</ijw:Einddatum></jw323:DeclaratiePeriode>
    <jw323:TotaalIngediendBedrag><ijw:TotaalBedrag>${totalCents < 0n ? -totalCents : totalCents}</ijw:TotaalBedrag><ijw:DebetCredit>${totalCents < 0n ? 'C' : 'D'}</ijw:DebetCredit></jw323:TotaalIngediendBedrag>
    <jw323:Clienten>`;
export const CLOSING = '\n    </jw323:Clienten>\n  </jw323:Declaratie>\n</jw323:Bericht>\n';
export const client = clientXml;

export function message({ clients, ...rest }: InventedMessage): string {
  const totalCents = rest.totalCents ?? sumOf(clients.flatMap(({ lines }) => lines));
  return `${opening({ ...rest, totalCents })}${clients.map(({ bsn, lines }) => clientXml(bsn, lines, 1)).join('')}${CLOSING}`;
}
