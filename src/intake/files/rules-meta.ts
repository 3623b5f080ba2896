/** What can be said of the sign of a template: see ../template-token. */
import type { Rule } from './rules';

const rule = (en: string, nl: string): Rule => ({ severity: 'ERROR', message: { en, nl } });

export const META_RULES = {
  'form.other-party': rule(
    'This template was made for another organisation. Download the template of this delivery, and copy your values to it.',
    'Dit sjabloon is voor een andere organisatie gemaakt. Download het sjabloon van deze aanlevering, en kopieer uw waarden daarheen.',
  ),
  'form.other-uitvraag': rule(
    'This template belongs to another uitvraag. Download the template of this delivery, or deliver the file where it belongs.',
    'Dit sjabloon hoort bij een andere uitvraag. Download het sjabloon van deze aanlevering, of lever het bestand aan waar het hoort.',
  ),
  'form.old-template': rule(
    'This template is of another version of the uitvraag. Download the template of this delivery, and copy your values to it.',
    'Dit sjabloon is van een andere versie van de uitvraag. Download het sjabloon van deze aanlevering, en kopieer uw waarden daarheen.',
  ),
  'form.wrong-period': rule(
    'This template is of another period. Download the template of this delivery, and fill in the figures of its own period.',
    'Dit sjabloon is van een andere periode. Download het sjabloon van deze aanlevering, en vul de cijfers van die periode in.',
  ),
  'form.changed-token': rule(
    'The hidden sheet of this template, or the first line of this CSV, was changed. Download the template again, and copy your values to it.',
    'Het verborgen blad van dit sjabloon, of de eerste regel van dit csv-bestand, is gewijzigd. Download het sjabloon opnieuw, en kopieer uw waarden daarheen.',
  ),
  'form.changed-mark': rule(
    'The first line of this CSV was changed, so nobody can tell which delivery it is for. Download the CSV of this part again, and copy your rows to it without changing its first line.',
    'De eerste regel van dit csv-bestand is gewijzigd, waardoor niet is te zien voor welke aanlevering het is. Download het csv-bestand van dit onderdeel opnieuw, en kopieer uw regels daarheen zonder de eerste regel te wijzigen.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
