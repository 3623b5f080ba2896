import type { CheckFinding, CheckSeverity } from '../../../domain/intake/finding';
import type { Said } from '../../../domain/language';
import { formatQuarter } from '../../../domain/period';
import type { Declared, Tally } from './declared';
import type { NotPlaced, Remark } from './place-line';
import { euros, rowsOf } from './rows';

type Sentence = readonly [CheckSeverity, Said];

/** Why lines are in no row, and what to do about it. */
const UNPLACED: Readonly<Record<NotPlaced, Said>> = {
  amount: {
    en: 'have no amount with D or C, and count nowhere. Ask the maker of the message.',
    nl: 'hebben geen bedrag met D of C, en tellen nergens mee. Vraag de maker van het bericht.',
  },
  municipality: {
    en: 'go to a municipality that is not known. Adopt the newest list of municipalities (npm run ews -- cbs).',
    nl: 'gaan naar een onbekende gemeente. Neem de nieuwste lijst van gemeenten over (npm run ews -- cbs).',
  },
  category: {
    en: 'have a product category that is not in JZ020. Correct them, or adopt the newest code list (npm run ews -- cbs).',
    nl: 'hebben een productcategorie die niet in JZ020 staat. Verbeter ze, of neem de nieuwste codelijst over (npm run ews -- cbs).',
  },
  unit: {
    en: 'have a unit that is not in WJ756. Correct them in the administration.',
    nl: 'hebben een eenheid die niet in WJ756 staat. Verbeter ze in de administratie.',
  },
  volume: {
    en: 'have a volume that is no whole number. Correct them in the administration.',
    nl: 'hebben een volume dat geen geheel getal is. Verbeter ze in de administratie.',
  },
  period: {
    en: 'have no product period of two days of the calendar. Correct them in the administration.',
    nl: 'hebben geen productperiode van twee bestaande dagen. Verbeter ze in de administratie.',
  },
  quarters: {
    en: 'have a product period over more than one quarter, where a month is the most (CS337). Split them.',
    nl: 'hebben een productperiode over meer dan een kwartaal, terwijl een maand het meeste is (CS337). Splits ze.',
  },
};

const REMARKED: Readonly<Record<Remark, Sentence>> = {
  widerForm: [
    'INFO',
    {
      en: 'have a product category that CBS has no form of care for: they stand with the smallest form that surely holds it.',
      nl: 'hebben een productcategorie waarvoor het CBS geen zorgvorm heeft: ze staan bij de kleinste vorm waar die zeker in valt.',
    },
  ],
  euros: [
    'INFO',
    {
      en: 'are declared in euros (83): their amount counts, and no volume.',
      nl: 'zijn in euro’s gedeclareerd (83): het bedrag telt mee, en geen volume.',
    },
  ],
  endedMunicipality: [
    'QUESTION',
    {
      en: 'go to a municipality that had merged into another by then. Is this the right receiver?',
      nl: 'gaan naar een gemeente die toen al was samengevoegd. Is dit de juiste ontvanger?',
    },
  ],
};

/** Everything that has to be said of what was read. Counts and amounts alone: never a value of the message. */
export function findingsOf(declared: Declared, quarter: string | null): readonly CheckFinding[] {
  const found = [...declared.unplaced].map(([why, tally]) => finding('ERROR', why, counted(tally, UNPLACED[why])));
  const remarked = [...declared.remarks].map(([why, tally]) => {
    const [severity, says] = REMARKED[why];
    return finding(severity, why, counted(tally, says));
  });
  return [...found, ...totals(declared), ...remarked, ...(quarter === null ? [] : ofQuarter(declared, quarter))];
}

function totals({ wrongTotals, repeated, messages }: Declared): CheckFinding[] {
  const wrong = finding('ERROR', 'total', {
    en: `${wrongTotals} of ${messages} messages say another total than the sum of their lines. Ask the maker of the message.`,
    nl: `${wrongTotals} van ${messages} berichten noemen een ander totaal dan de som van de regels. Vraag de maker van het bericht.`,
  });
  const twice = finding('ERROR', 'repeated', {
    en: `${repeated} of ${messages} messages have the number of another one, and count twice. Leave them out.`,
    nl: `${repeated} van ${messages} berichten hebben het nummer van een ander, en tellen dubbel. Laat ze weg.`,
  });
  return [...(wrongTotals > 0 ? [wrong] : []), ...(repeated > 0 ? [twice] : [])];
}

function ofQuarter(declared: Declared, quarter: string): CheckFinding[] {
  const others = [...declared.rows.keys()].filter((one) => one !== quarter).sort();
  const elsewhere = others.map((other) => {
    const cents = rowsOf(declared, other).reduce((sum, row) => sum + row.cents, 0n);
    const label = formatQuarter(other);
    return finding('QUESTION', 'otherQuarter', {
      en: `EUR ${euros(`${cents}`)} is about ${label}: deliver it as a correction of that quarter (--quarter ${label}).`,
      nl: `€ ${euros(`${cents}`)} gaat over ${label}: lever het aan als correctie van dat kwartaal (--quarter ${label}).`,
    });
  });
  const takenBack = rowsOf(declared, quarter).filter(({ volume }) => volume < 0n).length;
  if (takenBack === 0) return elsewhere;
  return [
    ...elsewhere,
    finding('QUESTION', 'volumeBelowZero', {
      en: `${takenBack} rows take back more volume than was delivered in the quarter: their volume is given as 0, their amount stands.`,
      nl: `${takenBack} rijen nemen meer volume terug dan in het kwartaal is geleverd: hun volume staat op 0, hun bedrag blijft.`,
    }),
  ];
}

const counted = ({ lines, cents }: Tally, { en, nl }: Said): Said => ({
  en: `${lines} lines (EUR ${euros(`${cents}`)}) ${en}`,
  nl: `${lines} regels (€ ${euros(`${cents}`)}) ${nl}`,
});

const finding = (severity: CheckSeverity, rule: string, message: Said): CheckFinding => ({
  severity,
  step: 'CELL',
  rule: `jw323.${rule}`,
  section: 'declarations',
  row: null,
  field: null,
  place: null,
  value: null,
  expected: null,
  message,
});
