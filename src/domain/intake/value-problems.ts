/** What can be wrong with one value, in words for who filled it in. None repeats the value. */
import type { Said } from '../language';

export interface ValueProblem {
  readonly rule: ValueRule;
  readonly message: Said;
  /** What would have been right. */
  readonly expected: Said | null;
}

export const VALUE_PROBLEMS = {
  'cell.not-a-number': {
    nl: 'Dit is geen getal. Schrijf alleen cijfers, zoals 1250000 of 1.250.000.',
    en: 'This is not a number. Write digits only, such as 1250000 or 1,250,000.',
  },
  'cell.scientific': {
    nl: 'Dit getal staat in een verkorte schrijfwijze met een E. Schrijf alle cijfers uit.',
    en: 'This number is written in a short form with an E. Write all digits out.',
  },
  'cell.abbreviated': {
    nl: 'Schrijf het getal voluit, zonder “mln” of “dzd”: 1.300.000 in plaats van 1,3 mln.',
    en: 'Write the number in full, without “mln” or “k”: 1,300,000 instead of 1.3 mln.',
  },
  'cell.ambiguous': {
    nl: 'Dit getal is op twee manieren te lezen. Schrijf duizend tweehonderdvijftig als 1250, en één en een kwart als 1,25.',
    en: 'This number can be read in two ways. Write one thousand two hundred and fifty as 1250, and one and a quarter as 1.25.',
  },
  'cell.decimals': {
    nl: 'Er staan te veel cijfers achter de komma. Rond het getal af.',
    en: 'There are too many decimals. Round the number.',
  },
  'cell.not-whole': {
    nl: 'Vul een heel getal in, zonder cijfers achter de komma.',
    en: 'Fill in a whole number, without decimals.',
  },
  'cell.too-large': {
    nl: 'Dit getal is te groot om waar te zijn. Controleer de cijfers en de eenheid.',
    en: 'This number is too large to be true. Check the digits and the unit.',
  },
  'cell.below-zero': {
    nl: 'Dit kan niet lager zijn dan nul. Haal het minteken weg of controleer het getal.',
    en: 'This cannot be below zero. Remove the minus sign or check the number.',
  },
  'cell.percent-sign': {
    nl: 'Hier hoort geen percentage. Vul het getal zelf in, zonder %.',
    en: 'A percentage does not belong here. Fill in the number itself, without %.',
  },
  'cell.currency': {
    nl: 'Hier hoort geen bedrag. Vul het getal in, zonder euroteken.',
    en: 'An amount does not belong here. Fill in the number, without a euro sign.',
  },
  'cell.not-yes-no': { nl: 'Vul ja of nee in.', en: 'Fill in yes or no.' },
  'cell.not-a-choice': {
    nl: 'Dit staat niet in de lijst. Kies een code of naam uit de lijst.',
    en: 'This is not in the list. Choose a code or a name from the list.',
  },
  'cell.choice-ambiguous': {
    nl: 'Deze naam komt vaker voor in de lijst. Vul de code in.',
    en: 'This name is in the list more than once. Fill in the code.',
  },
  'cell.not-a-day': {
    nl: 'Dit is geen datum die bestaat. Schrijf dag-maand-jaar, zoals 31-12-2026.',
    en: 'This is not a day that exists. Write day-month-year, such as 31-12-2026.',
  },
  'cell.short-year': {
    nl: 'Schrijf het jaar met vier cijfers, zoals 31-12-2026.',
    en: 'Write the year with four digits, such as 31-12-2026.',
  },
  'cell.kvk-lost-zero': {
    nl: 'Een KvK-nummer heeft acht cijfers; hier staan er zeven. Begint het met een nul? Een rekenblad laat die weg. Zet de nul er weer voor.',
    en: 'A Chamber of Commerce number has eight digits; here are seven. Does it begin with a zero? A spreadsheet drops it. Put the zero back.',
  },
  'cell.not-a-kvk': {
    nl: 'Een KvK-nummer heeft acht cijfers. Controleer het nummer in het Handelsregister.',
    en: 'A Chamber of Commerce number has eight digits. Look the number up in the trade register.',
  },
  'cell.text-too-long': {
    nl: 'Deze tekst is te lang. Maak er ten hoogste 1.000 tekens van.',
    en: 'This text is too long. Use at most 1,000 characters.',
  },
  'cell.control-characters': {
    nl: 'In deze tekst staan onzichtbare tekens die niet te bewaren zijn. Typ de tekst opnieuw.',
    en: 'This text holds invisible characters that cannot be kept. Type the text again.',
  },
} as const satisfies Readonly<Record<string, Said>>;
export type ValueRule = keyof typeof VALUE_PROBLEMS;

export const valueProblem = (rule: ValueRule, expected: Said | null = null): ValueProblem => ({
  rule,
  message: VALUE_PROBLEMS[rule],
  expected,
});
