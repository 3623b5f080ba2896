/** What a CSV can have wrong in its form. */
import type { CheckSeverity } from '../../domain/intake/finding';
import type { Rule } from './rules';

const rule = (severity: CheckSeverity, en: string, nl: string): Rule => ({ severity, message: { en, nl } });

export const CSV_RULES = {
  'form.csv-windows-1252': rule(
    'INFO',
    'The CSV is not in UTF-8; it was read as Windows-1252. Look whether letters such as ë are right.',
    'Het csv-bestand is niet in UTF-8; het is gelezen als Windows-1252. Kijk of letters zoals ë kloppen.',
  ),
  'form.csv-utf-16': rule(
    'INFO',
    'The CSV is in UTF-16 and was read as such.',
    'Het csv-bestand is in UTF-16 en is zo gelezen.',
  ),
  'form.csv-encoding': rule(
    'ERROR',
    'The CSV is written partly in UTF-8 and partly in something else. Save it again as "CSV UTF-8".',
    'Het csv-bestand is deels in UTF-8 en deels anders geschreven. Sla het opnieuw op als "CSV UTF-8".',
  ),
  'form.csv-nul': rule(
    'ERROR',
    'The CSV holds characters that belong in no text (NUL). Save it again as "CSV UTF-8".',
    'Het csv-bestand bevat tekens die niet in een tekst horen (NUL). Sla het opnieuw op als "CSV UTF-8".',
  ),
  'form.csv-separator': rule(
    'ERROR',
    'Different separators are used between columns. Use a semicolon everywhere.',
    'Tussen kolommen staan verschillende scheidingstekens. Gebruik overal een puntkomma.',
  ),
  'form.csv-quote': rule(
    'ERROR',
    'A quotation mark is not closed, or stands inside a value. Put the value between quotation marks, and write those within it twice. What follows was not read.',
    'Een aanhalingsteken is niet gesloten, of staat midden in een waarde. Zet de waarde tussen aanhalingstekens, en schrijf die erin dubbel. Wat volgt is niet gelezen.',
  ),
  'form.csv-line-too-long': rule(
    'ERROR',
    'A line is longer than a row can be. Look whether a quotation mark before it was not closed. What follows was not read.',
    'Een regel is langer dan een rij kan zijn. Kijk of een aanhalingsteken ervoor niet gesloten is. Wat volgt is niet gelezen.',
  ),
  'form.csv-columns': rule(
    'ERROR',
    'This line has more or fewer columns than the first line. Put a value that holds a separator between quotation marks.',
    'Deze regel heeft meer of minder kolommen dan de eerste regel. Zet een waarde met een scheidingsteken tussen aanhalingstekens.',
  ),
  'form.column-twice': rule(
    'ERROR',
    'Two columns have this name. Keep the right one.',
    'Twee kolommen hebben deze naam. Bewaar de juiste.',
  ),
  'form.long-list': rule(
    'ERROR',
    'This list is too long for a form, and is delivered by itself. Send the file again with ?section= and the code of the list behind the address.',
    'Deze lijst is te lang voor een formulier, en wordt los aangeleverd. Stuur het bestand opnieuw met ?section= en de code van de lijst achter het adres.',
  ),
  'form.csv-too-many-rows': rule(
    'ERROR',
    'There are more than 10,000 lines, which is more than a list of a form may have. A long list, such as declarations, is delivered by itself: send the file again with ?section= and the code of the list behind the address.',
    'Er zijn meer dan 10.000 regels; zo lang mag een lijst van een formulier niet zijn. Een lange lijst, zoals declaraties, wordt los aangeleverd: stuur het bestand opnieuw met ?section= en de code van de lijst achter het adres.',
  ),
  'form.only-header': rule(
    'ERROR',
    'There are no rows under the first line. Fill them in, or leave this file out.',
    'Onder de eerste regel staan geen rijen. Vul die in, of laat dit bestand weg.',
  ),
  'form.csv-section-unknown': rule(
    'ERROR',
    'The first line does not say what is delivered: it holds the codes of no list of this delivery. Download the CSV of the list and use its first line.',
    'De eerste regel zegt niet wat er wordt aangeleverd: er staan geen codes in van een lijst van deze aanlevering. Download het csv-bestand van de lijst en gebruik de eerste regel daarvan.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
