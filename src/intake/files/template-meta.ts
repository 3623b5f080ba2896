/** What a template says of itself, so that a file finds its delivery: in a hidden sheet, or in the first line of a CSV. */

export interface TemplateMeta {
  /** Made and checked by whoever hands out templates; nothing else here is believed without it. */
  readonly token: string;
  readonly uitvraagKey: string;
  readonly uitvraagVersion: number;
  /** Half-open, YYYY-MM-DD. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** The name or number by which the party knows itself. */
  readonly party: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORD = /^[\w.:-]{1,200}$/;
/** How each is written, in the order in which they stand. */
const FORMS = {
  token: /^[\w.~+/=-]{1,2000}$/,
  uitvraagKey: WORD,
  uitvraagVersion: /^\d{1,6}$/,
  periodStart: DAY,
  periodEnd: DAY,
  party: /^[^\p{Cc}]{1,300}$/u,
} as const satisfies Readonly<Record<keyof TemplateMeta, RegExp>>;

export const META_KEYS = Object.keys(FORMS) as readonly (keyof TemplateMeta)[];

/** Each as text, in the order of META_KEYS. */
export const metaTexts = (meta: TemplateMeta): readonly string[] => META_KEYS.map((key) => String(meta[key]));

/** Null when something is missing or was changed into what it cannot be. */
export function readMeta(texts: ReadonlyMap<string, string>): TemplateMeta | null {
  const text = (key: keyof TemplateMeta) => (texts.get(key) ?? '').trim();
  if (META_KEYS.some((key) => !FORMS[key].test(text(key)))) return null;
  return {
    token: text('token'),
    uitvraagKey: text('uitvraagKey'),
    uitvraagVersion: Number(text('uitvraagVersion')),
    periodStart: text('periodStart'),
    periodEnd: text('periodEnd'),
    party: text('party'),
  };
}
