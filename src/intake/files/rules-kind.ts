/** Files of another kind, and files that are not safe to open: each with what to do instead. */
import type { Rule } from './rules';

const refuse = (en: string, nl: string): Rule => ({ severity: 'ERROR', message: { en, nl } });
const SAVE = {
  en: 'Open it in your spreadsheet program, choose Save as, and choose Excel workbook (.xlsx).',
  nl: 'Open het in uw rekenprogramma, kies Opslaan als, en kies Excel-werkmap (.xlsx).',
};
const TEMPLATE = {
  en: 'Download the template again, fill it in and deliver that.',
  nl: 'Download het sjabloon opnieuw, vul dat in en lever dat aan.',
};

export const KIND_RULES = {
  'form.empty-file': refuse(`The file is empty. ${TEMPLATE.en}`, `Het bestand is leeg. ${TEMPLATE.nl}`),
  'form.xls': refuse(
    `This is a workbook of Excel 97-2003 (.xls). ${SAVE.en}`,
    `Dit is een werkmap van Excel 97-2003 (.xls). ${SAVE.nl}`,
  ),
  'form.password': refuse(
    'The file is protected with a password. Take the password off (File, Info, Protect workbook) and deliver it again: it travels encrypted.',
    'Het bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en lever het opnieuw aan: het wordt versleuteld verstuurd.',
  ),
  'form.macros': refuse(
    `The workbook holds macros, which are never needed here. ${SAVE.en}`,
    `De werkmap bevat macro's; die zijn hier nooit nodig. ${SAVE.nl}`,
  ),
  'form.binary-workbook': refuse(
    `This is a binary workbook (.xlsb). ${SAVE.en}`,
    `Dit is een binaire werkmap (.xlsb). ${SAVE.nl}`,
  ),
  'form.open-document': refuse(
    `This is an OpenDocument file (.ods, .odt). ${SAVE.en}`,
    `Dit is een OpenDocument-bestand (.ods, .odt). ${SAVE.nl}`,
  ),
  'form.numbers': refuse(
    'This is a file of Numbers. Choose Share, Export, Excel, and deliver what that gives.',
    'Dit is een bestand van Numbers. Kies Deel, Exporteer, Excel, en lever het resultaat aan.',
  ),
  'form.pdf': refuse(
    `This is a PDF, which cannot be read as figures. ${TEMPLATE.en}`,
    `Dit is een pdf; daar zijn geen cijfers uit te lezen. ${TEMPLATE.nl}`,
  ),
  'form.word': refuse(
    `This is a text document, not a workbook. ${TEMPLATE.en}`,
    `Dit is een tekstdocument, geen werkmap. ${TEMPLATE.nl}`,
  ),
  'form.presentation': refuse(
    `This is a presentation, not a workbook. ${TEMPLATE.en}`,
    `Dit is een presentatie, geen werkmap. ${TEMPLATE.nl}`,
  ),
  'form.image': refuse(
    `This is a picture, not a workbook. ${TEMPLATE.en}`,
    `Dit is een afbeelding, geen werkmap. ${TEMPLATE.nl}`,
  ),
  'form.archive': refuse(
    'This is a compressed folder. Unpack it, and deliver the workbook or the CSV that is in it.',
    'Dit is een ingepakte map. Pak hem uit, en lever de werkmap of het csv-bestand aan dat erin zit.',
  ),
  'form.html': refuse(
    `This is a web page, even if it is called .xls. ${SAVE.en}`,
    `Dit is een webpagina, ook al heet het .xls. ${SAVE.nl}`,
  ),
  'form.xml': refuse(`This is XML, not a workbook. ${SAVE.en}`, `Dit is XML, geen werkmap. ${SAVE.nl}`),
  'form.json': refuse(
    'This is JSON. Deliver it through the API, or deliver a workbook or a CSV.',
    'Dit is JSON. Lever dit aan via de API, of lever een werkmap of csv-bestand aan.',
  ),
  'form.program': refuse(
    `This is a program, not a workbook. ${TEMPLATE.en}`,
    `Dit is een programma, geen werkmap. ${TEMPLATE.nl}`,
  ),
  'form.unknown-kind': refuse(
    `This is neither a workbook (.xlsx) nor a CSV. ${TEMPLATE.en}`,
    `Dit is geen werkmap (.xlsx) en geen csv-bestand. ${TEMPLATE.nl}`,
  ),
  'form.too-large': refuse(
    'The file is larger than 10 MB. Take out what does not belong to the template, such as pictures; deliver long lists as CSV.',
    'Het bestand is groter dan 10 MB. Haal weg wat niet bij het sjabloon hoort, zoals afbeeldingen; lever lange lijsten aan als csv.',
  ),
  'form.damaged': refuse(
    `The file is damaged or incomplete. ${SAVE.en} If that does not help, download the template again.`,
    `Het bestand is beschadigd of onvolledig. ${SAVE.nl} Helpt dat niet, download dan het sjabloon opnieuw.`,
  ),
  'form.unpacks-too-large': refuse(
    `The workbook unpacks to far more than the template holds. Copy your values to a new template, and deliver that.`,
    `De werkmap is uitgepakt veel groter dan het sjabloon. Kopieer uw waarden naar een nieuw sjabloon, en lever dat aan.`,
  ),
  'form.too-many-parts': refuse(
    'The workbook consists of far more parts than the template. Copy your values to a new template, and deliver that.',
    'De werkmap bestaat uit veel meer onderdelen dan het sjabloon. Kopieer uw waarden naar een nieuw sjabloon, en lever dat aan.',
  ),
  'form.unsafe-names': refuse(
    `The workbook is put together in a way that is not safe to open. ${SAVE.en}`,
    `De werkmap is opgebouwd op een manier die niet veilig te openen is. ${SAVE.nl}`,
  ),
  'form.encrypted-parts': refuse(
    'Parts of the file are encrypted. Take the password off and deliver it again: it travels encrypted.',
    'Delen van het bestand zijn versleuteld. Haal het wachtwoord eraf en lever het opnieuw aan: het wordt versleuteld verstuurd.',
  ),
  'form.unusual-packing': refuse(
    `The workbook was packed in a way that spreadsheet programs do not use. ${SAVE.en}`,
    `De werkmap is ingepakt op een manier die rekenprogramma's niet gebruiken. ${SAVE.nl}`,
  ),
  'form.external-link': refuse(
    'The workbook takes values from another workbook or from a database. Choose Data, Edit links, Break link, take queries and connections out, and deliver it again.',
    "De werkmap haalt waarden uit een andere werkmap of uit een database. Kies Gegevens, Koppelingen bewerken, Koppeling verbreken, verwijder query's en verbindingen, en lever opnieuw aan.",
  ),
  'form.embedded-object': refuse(
    'The workbook holds another file or a control. Take it out, and deliver it again.',
    'De werkmap bevat een ander bestand of een besturingselement. Haal dat weg, en lever opnieuw aan.',
  ),
  'form.picture': refuse(
    'The workbook holds a picture or another part that cannot be searched for personal data. Take it out, also the preview (File, Info, Properties), and deliver it again.',
    'De werkmap bevat een afbeelding of een ander onderdeel dat niet op persoonsgegevens te doorzoeken is. Haal dat weg, ook het voorbeeld (Bestand, Info, Eigenschappen), en lever opnieuw aan.',
  ),
  'form.doctype': refuse(
    `The workbook defines its own XML entities, which is not safe to open. ${SAVE.en}`,
    `De werkmap definieert eigen XML-entiteiten; dat is niet veilig te openen. ${SAVE.nl}`,
  ),
  'form.malware': refuse(
    'The virus scanner found malware in the file. It was not kept. Have your computer examined by your own system administrator.',
    'De virusscanner vond schadelijke software in het bestand. Het is niet bewaard. Laat uw computer nakijken door uw eigen systeembeheerder.',
  ),
  'form.not-scanned': {
    severity: 'INFO',
    message: {
      en: 'The file was not scanned for malware: no scanner is connected to this system.',
      nl: 'Het bestand is niet gescand op schadelijke software: er is geen scanner op dit systeem aangesloten.',
    },
  },
} as const satisfies Readonly<Record<string, Rule>>;
