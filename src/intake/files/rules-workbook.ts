/** What a workbook of the right kind can have wrong in its form. */
import type { CheckSeverity } from '../../domain/intake/finding';
import type { Rule } from './rules';

const rule = (severity: CheckSeverity, en: string, nl: string): Rule => ({ severity, message: { en, nl } });

export const WORKBOOK_RULES = {
  'form.too-slow': rule(
    'ERROR',
    'Reading the workbook took too long. Copy your values to a new template, and deliver that; deliver long lists as CSV.',
    'Het lezen van de werkmap duurde te lang. Kopieer uw waarden naar een nieuw sjabloon, en lever dat aan; lever lange lijsten aan als csv.',
  ),
  'form.too-much-memory': rule(
    'ERROR',
    'The workbook is too large to read. Copy your values to a new template, and deliver that; deliver long lists as CSV.',
    'De werkmap is te groot om te lezen. Kopieer uw waarden naar een nieuw sjabloon, en lever dat aan; lever lange lijsten aan als csv.',
  ),
  'form.not-our-template': rule(
    'ERROR',
    'This workbook was not made from our template. Download the template for this delivery, copy your values to it, and deliver that.',
    'Deze werkmap is niet gemaakt met ons sjabloon. Download het sjabloon van deze aanlevering, kopieer uw waarden daarheen, en lever dat aan.',
  ),
  'form.unknown-sheet': rule(
    'ERROR',
    'This sheet is not part of the template and was not read. Take it out, so that nothing is delivered that was not asked for.',
    'Dit tabblad hoort niet bij het sjabloon en is niet gelezen. Verwijder het, zodat niets wordt aangeleverd waar niet om is gevraagd.',
  ),
  'form.missing-sheet': rule(
    'ERROR',
    'A sheet of the template is missing. Download the template again and copy your values to it.',
    'Een tabblad van het sjabloon ontbreekt. Download het sjabloon opnieuw en kopieer uw waarden daarheen.',
  ),
  'form.sheet-twice': rule(
    'ERROR',
    'This part of the template is there twice; only the first was read. Keep the one with the right values.',
    'Dit onderdeel van het sjabloon staat er twee keer in; alleen het eerste is gelezen. Bewaar het tabblad met de juiste waarden.',
  ),
  'form.unknown-field': rule(
    'ERROR',
    'This code is not part of the template, so its values were not read. Restore the code, or take the row or column out.',
    'Deze code hoort niet bij het sjabloon; de waarden ervan zijn niet gelezen. Herstel de code, of verwijder de rij of kolom.',
  ),
  'form.missing-field': rule(
    'ERROR',
    'A row or column of the template is missing. Download the template again and copy your values to it.',
    'Een rij of kolom van het sjabloon ontbreekt. Download het sjabloon opnieuw en kopieer uw waarden daarheen.',
  ),
  'form.field-twice': rule(
    'INFO',
    'This code is there twice, with one value at most. That value was taken.',
    'Deze code staat er twee keer, met hoogstens één waarde. Die waarde is overgenomen.',
  ),
  'form.two-values': rule(
    'ERROR',
    'One value is expected here, but there are two. Keep the right one.',
    'Hier wordt een waarde verwacht, maar er staan er twee. Bewaar de juiste.',
  ),
  'form.merged-cells': rule(
    'ERROR',
    'Cells for input were merged, so values may be missing. Undo the merging and fill in each cell.',
    'Invulcellen zijn samengevoegd, waardoor waarden kunnen ontbreken. Maak het samenvoegen ongedaan en vul elke cel in.',
  ),
  'form.formula': rule(
    'INFO',
    'A formula was found; its outcome was taken.',
    'Formule gevonden, de uitkomst is overgenomen.',
  ),
  'form.formula-without-value': rule(
    'ERROR',
    'A formula was found of which the file does not hold the outcome. Open the file in your spreadsheet program and save it, or fill in the value.',
    'Formule gevonden waarvan de uitkomst niet in het bestand staat. Open het bestand in uw rekenprogramma en sla het op, of vul de waarde in.',
  ),
  'form.error-cell': rule(
    'ERROR',
    'This cell shows an error, such as #REF!. Mend the formula or fill in the value.',
    'Deze cel toont een fout, zoals #VERW!. Herstel de formule of vul de waarde in.',
  ),
  'form.too-many-rows': rule(
    'ERROR',
    'There are values below row 10,000, which were not read. Take out what does not belong to the template; deliver long lists as CSV.',
    'Onder rij 10.000 staan waarden; die zijn niet gelezen. Verwijder wat niet bij het sjabloon hoort; lever lange lijsten aan als csv.',
  ),
  'form.too-many-columns': rule(
    'ERROR',
    'There are values to the right of column CV, which were not read. Take out what does not belong to the template.',
    'Rechts van kolom CV staan waarden; die zijn niet gelezen. Verwijder wat niet bij het sjabloon hoort.',
  ),
  'form.hidden-row': rule(
    'INFO',
    'This row is hidden, or filtered away; its values were taken.',
    'Deze rij is verborgen of weggefilterd; de waarden zijn overgenomen.',
  ),
  'form.hidden-sheet': rule(
    'INFO',
    'This sheet is hidden; its values were taken.',
    'Dit tabblad is verborgen; de waarden zijn overgenomen.',
  ),
  'form.outside-fields': rule(
    'INFO',
    'Something stands outside the cells for input. It was not taken.',
    'Buiten de invulcellen staat iets. Dat is niet overgenomen.',
  ),
  'form.personal-data': rule(
    'ERROR',
    'This may be personal data, such as a citizen service number or an e-mail address of a person. Take it out: this system never keeps data of people.',
    'Dit zijn mogelijk persoonsgegevens, zoals een bsn of een e-mailadres van een persoon. Verwijder ze: dit systeem bewaart nooit persoonsgegevens.',
  ),
  'form.hidden-personal-data': rule(
    'ERROR',
    'Personal data, such as a citizen service number or an e-mail address of a person, stand in the workbook outside its cells: in a remark, a box of text, a header or footer, a link, or the properties of the file (File, Info). Take them out: this system never keeps data of people.',
    'In de werkmap staan buiten de cellen persoonsgegevens, zoals een bsn of een e-mailadres van een persoon: in een opmerking, een tekstvak, een kop- of voettekst, een koppeling of de eigenschappen van het bestand (Bestand, Info). Verwijder ze: dit systeem bewaart nooit persoonsgegevens.',
  ),
  'form.text-too-long': rule(
    'ERROR',
    'This text is far too long to be searched for personal data, so nothing of the file was kept. Make it at most 1,000 characters.',
    'Deze tekst is veel te lang om op persoonsgegevens te doorzoeken; van het bestand is daarom niets bewaard. Maak er hooguit 1.000 tekens van.',
  ),
  'form.control-characters': rule(
    'QUESTION',
    'Invisible characters stand in this value. Type it again.',
    'In deze waarde staan onzichtbare tekens. Typ de waarde opnieuw.',
  ),
  'form.mixed-decimals': rule(
    'QUESTION',
    'Some numbers have a decimal comma, others a decimal point. Look whether each is read as you mean it.',
    'Sommige getallen hebben een decimale komma, andere een decimale punt. Kijk of elk getal is gelezen zoals u het bedoelt.',
  ),
  'form.more-findings': rule(
    'INFO',
    'The same was found in more places than are shown here.',
    'Hetzelfde is op meer plaatsen gevonden dan hier staan.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
