import { enumerate, type Language, type Said } from '../language';
import { type Found, PERSONAL_DATA } from './kinds';

const SAYS = {
  en: (what: string, where: string) =>
    `holds ${what} (${where}). Leave it out, or write "client A" or "a client": this system never keeps data of people. ${HELP.en}`,
  nl: (what: string, where: string) =>
    `bevat ${what} (${where}). Laat dit weg, of schrijf "cliënt A" of "een cliënt": dit systeem bewaart nooit persoonsgegevens. ${HELP.nl}`,
};

/** Somebody who reports that a person is in distress is not sent away with a rule about forms. */
const HELP: Said = {
  en: 'Is somebody in danger now? Call 112. Do you worry about the safety of a child? Call Veilig Thuis: 0800-2000, free, day and night.',
  nl: 'Is er nu iemand in gevaar? Bel 112. Zorgen over de veiligheid van een kind? Bel Veilig Thuis: 0800-2000, gratis, dag en nacht.',
};

const AT = { en: 'at character', nl: 'bij teken' } as const satisfies Said;

/** Why a text is refused and what to do about it; says where to look and never what is there. Null when it may stay. */
export function refusalOf(found: readonly Found[]): Said | null {
  if (found.length === 0) return null;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const say = (language: Language) =>
    SAYS[language](
      enumerate(
        kinds.map((kind) => PERSONAL_DATA[kind][language]),
        language,
      ),
      `${AT[language]} ${enumerate(
        found.slice(0, PLACES_MAX).map(({ start }) => String(start + 1)),
        language,
      )}`,
    );
  return { en: say('en'), nl: say('nl') };
}

/** Enough to find the first ones; whoever mends those meets the others. */
const PLACES_MAX = 5;
