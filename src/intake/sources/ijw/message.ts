/**
 * The declaration message JW323 of iJw 3.2: which elements we read. Source: JW323.xsd and basisschema.xsd of iJw release 3.2
 * (Zorginstituut Nederland, 29 September 2022), and the rules per element published with it.
 *
 *   Bericht / Header      / BerichtCode 490, BerichtVersie 3, BerichtSubversie 2, Afzender (AGB), Ontvanger (municipality: 4 digits)
 *           / Declaratie  / DeclaratieNummer, DeclaratiePeriode, DeclaratieDagtekening, TotaalIngediendBedrag, Clienten
 *   Client                / Bsn, Prestaties
 *   Prestatie             / ProductReferentie, ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode, GeleverdVolume,
 *                           Eenheid, ProductTarief, IngediendBedrag
 *
 * Amounts are cents (IV042, CS339). A credit line takes back amount and volume (COD043). A product period lies within one
 * calendar month (CS337), so never across quarters in a sound message.
 */
export const NAMESPACE = 'http://www.istandaarden.nl/ijw/3_2/jw323/schema';

/** COD002-VEKT, and the version of iJw. */
export const IS_JW323 = { code: '490', version: '3', subversion: '2' } as const;

/** One line of a declaration, as far as we read it: what the message says, not yet believed. */
export const LINE_FIELDS = ['productCategory', 'start', 'end', 'volume', 'unit', 'cents', 'sign'] as const;
export type LineField = (typeof LINE_FIELDS)[number];
export const HEADER_FIELDS = [
  'code',
  'version',
  'subversion',
  'receiver',
  'number',
  'totalCents',
  'totalSign',
] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

/** An element is a field, or holds elements. What is not named here is not read: not the Bsn, not a reference, not a number. */
export interface Elements {
  readonly [name: string]: Elements | HeaderField | LineField;
}

/** A Prestatie. */
export const LINE: Elements = {
  ProductCategorie: 'productCategory',
  ProductPeriode: { Begindatum: 'start', Einddatum: 'end' },
  GeleverdVolume: 'volume',
  Eenheid: 'unit',
  IngediendBedrag: { Bedrag: 'cents', DebetCredit: 'sign' },
};
export const READ: Elements = {
  Bericht: {
    Header: { BerichtCode: 'code', BerichtVersie: 'version', BerichtSubversie: 'subversion', Ontvanger: 'receiver' },
    Declaratie: {
      DeclaratieNummer: 'number',
      TotaalIngediendBedrag: { TotaalBedrag: 'totalCents', DebetCredit: 'totalSign' },
      Clienten: { Client: { Prestaties: { Prestatie: LINE } } },
    },
  },
};
