/** The first sheet: what this is, how to fill it in, and what is delivered in another way. */
import type { Form } from '../../domain/intake/form';
import { addDays } from '../../domain/period';
import { READ_ME_SHEET } from './template-layout';
import { type Made, TemplateSheet } from './template-sheet';
import { inputStyle, knownStyle, STYLES } from './template-styles';

const DUTCH_DAY = (day: string) => day.split('-').reverse().join('-');
const ABOUT = {
  title: 'Sjabloon voor uw aanlevering',
  steps: [
    'Vul op elk tabblad de gele cellen in. U hoeft niet alles in een keer in te vullen.',
    'Laat de codes in de eerste kolom en de namen van de tabbladen staan: daaraan herkennen wij uw waarden.',
    'Sla het bestand op als Excel-werkmap (.xlsx) en upload het in het portaal. U ziet daar meteen wat klopt en wat niet.',
    'Uploaden is nog niet indienen: dien in het portaal in als alles klopt.',
  ],
  people:
    'Noem nergens namen, geboortedata, burgerservicenummers of andere gegevens van jeugdigen, ouders of medewerkers.',
  formulas: 'Formules mogen: de uitkomst wordt overgenomen. Verwijzingen naar andere bestanden en macro’s mogen niet.',
} as const;

const [LABEL, TEXT] = [0, 1];

export function readMeSheet(form: Form, partyName: string): Made {
  const sheet = new TemplateSheet(READ_ME_SHEET, [24, 100]);
  let row = 0;
  const line = (label: string, text: string) => {
    row += 1;
    sheet.put(row, LABEL, label, STYLES.strong).put(row, TEXT, text, STYLES.text);
  };
  sheet.put(row, LABEL, ABOUT.title, STYLES.title);
  line('Voor', partyName);
  line('Uitvraag', `${form.uitvraagKey}, versie ${form.uitvraagVersion}`);
  line('Periode', `${DUTCH_DAY(form.periodStart)} tot en met ${DUTCH_DAY(addDays(form.periodEnd, -1))}`);
  row += 1;
  for (const [at, step] of ABOUT.steps.entries()) line(at === 0 ? 'Zo werkt het' : '', `${at + 1}. ${step}`);
  row += 1;
  line('Geel', 'Hier vult u in.');
  sheet.put(row, LABEL, 'Geel', inputStyle('@'));
  line('Grijs', 'Dit weten wij al. Klopt het niet, meld dat dan in het portaal.');
  sheet.put(row, LABEL, 'Grijs', knownStyle('@'));
  line('Personen', ABOUT.people);
  line('Formules', ABOUT.formulas);
  const bulk = form.sections.filter(({ isBulk }) => isBulk);
  for (const [at, section] of bulk.entries())
    line(
      at === 0 ? 'Als csv' : '',
      `${section.label.nl}: deze lijst is te lang voor een werkmap. Lever hem aan als csv-bestand met de eerste regel ${section.fields.map(({ code }) => code).join(';')}`,
    );
  return sheet.made();
}
