import type { Chance } from './chance';

/**
 * Names that nobody has: two Dutch words joined, with a word for the kind of care behind it. Checked against the public
 * register when the lists were made; the KvK numbers settle it, because they cannot exist.
 */
const FIRST =
  'Avel Balder Barken Bolder Brem Dauw Dolder Drift Dwarrel Eiber Elver Fluiter Gagel Gerst Gonzel Grutto Haver Hazel Hommel IJzer Jasmijn Kantel Karwei Kievit Klaver Kolder Korven Kwartel Lariks Leeuwerik Linden Loper Malve Meander Merel Mispel Morgen Nevel Otter Parel Pimper Plevier Reiger Ritsel Rogge Salie Schelp Schoener Slinger Spurrie Sterren Tarwe Tinkel Twijn Valk Veder Vlinder Wadden Wikke Wilgen Winde Wulp Zilver Zwaluw'.split(
    ' ',
  );
const SECOND =
  'aard anker baken bank boog bron burcht dreef drift erf gaarde haard haven heem hof hoek horst keten kiel kreek kruin laan licht loods mare morgen nest oever palet pad pleister poort rank riet rots schans schoot schuur sluis spoor sprong steiger stroom tuin vaart veld veste vlucht waard wacht wende werf wiek wijk zand zicht zoom'.split(
    ' ',
  );
const BEHIND = {
  YOUTH_CARE: ['Jeugdhulp', 'Jeugd & Gezin', 'Jeugdzorg', 'Kind en Jeugd', 'Groep', 'Behandeling', 'Jeugd', 'Zorg'],
  CERTIFIED_INSTITUTION: ['Jeugdbescherming', 'Bescherming en Reclassering'],
  SMALL: [
    'Praktijk',
    'Gezinshuis',
    'Zorgboerderij',
    'Begeleiding',
    'Ambulant',
    'Coaching Jeugd',
    'Logeerhuis',
    'Kindpraktijk',
  ],
} as const;
export type NameKind = keyof typeof BEHIND;

/** A readable key: "Zilveroever Jeugd & Gezin" becomes "zilveroever-jeugd-gezin". */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Gives every asker a name that was not given before. */
export class Names {
  private readonly given = new Set<string>();

  constructor(private readonly chance: Chance) {}

  next(kind: NameKind): string {
    for (;;) {
      const name = `${this.chance.pick(FIRST)}${this.chance.pick(SECOND)} ${this.chance.pick(BEHIND[kind])}`;
      const key = keyOf(name);
      if (this.given.has(key)) continue;
      this.given.add(key);
      return name;
    }
  }
}
