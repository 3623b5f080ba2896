/** What else may have changed. Each rule gives at most one line, so that one provider does not fill the list. */
import type { Language, Said } from '../language';
import { ASPECTS } from '../mismatch/aspects';
import { inWords } from '../quantity';
import { MISMATCH_KINDS } from '../vocabulary';
import type { KnownOfQuarter, NewMeldingen, SeenFinding, SeenMismatch } from './known';
import { compare, type Evidence, type Found } from './signal';

type Rule = (now: KnownOfQuarter, before: KnownOfQuarter) => Found[];

const WORDS = {
  foresees: { en: 'the provider itself foresees a risk', nl: 'de aanbieder voorziet zelf een risico' },
  ending: {
    en: ['contract ends within six months without a successor', 'contracts end within six months without a successor'],
    nl: [
      'contract loopt binnen zes maanden af zonder opvolger',
      'contracten lopen binnen zes maanden af zonder opvolger',
    ],
  },
  worth: { en: 'a year', nl: 'per jaar' },
  mismatch: { en: 'new difference', nl: 'nieuw verschil' },
  more: { en: 'more', nl: 'andere' },
  meldingen: { en: ['new melding', 'new meldingen'], nl: ['nieuwe melding', 'nieuwe meldingen'] },
  stopped: { en: 'it was reported that care has stopped', nl: 'er is gemeld dat zorg is gestopt' },
  willStop: { en: 'care is foreseen to stop', nl: 'er wordt voorzien dat zorg stopt' },
} as const;

/** English names of what is compared: the word list has the Dutch ones. */
const MISMATCH_NAMES = {
  BUDGET_VS_DECLARED: 'budget versus production',
  BUDGET_VS_CONTRACTS: 'budget versus contracts',
  MUNICIPAL_BUDGET_VS_COSTS: 'municipal budget versus costs',
  MUNICIPAL_VS_PROVIDER_BUDGETS: 'municipal versus provider budgets',
  CONTRACT_BOTH_SIDES: 'contracts as both sides report them',
  FORMS_CONTRACTED_VS_OFFERED: 'forms contracted versus offered',
  PLANNED_VS_REALISED_CARE: 'care planned versus realised',
  FORECAST_VS_BUDGET: 'forecast versus budget',
} as const satisfies Readonly<Record<SeenMismatch['kind'], string>>;

const said = (say: (language: Language) => string): Said => ({ en: say('en'), nl: say('nl') });
const plus = (line: string, others: number, language: Language) =>
  others > 0 ? `${line} (+ ${others} ${WORDS.more[language]})` : line;
const yes = (answer: boolean | null) => (answer === null ? null : Number(answer));

/** The provider says so itself, and did not in the quarter before. */
export const riskForeseen: Rule = ({ foreseesRisk }, before) => {
  if (foreseesRisk !== true || before.foreseesRisk === true) return [];
  const evidence = [{ name: 'foreseesRisk', value: 1, previous: yes(before.foreseesRisk) }];
  return [{ kind: 'RISK_FORESEEN', gravity: 0, ...WORDS.foresees, evidence }];
};

/** Contracts that came within six months of their end, or lost their successor, since the quarter before. */
export const contractsEnd: Rule = ({ endingContracts }, before) => {
  const known = new Set(before.endingContracts.map(({ id }) => id));
  const ending = endingContracts.filter(({ id }) => !known.has(id)).sort((a, b) => compare(a.id, b.id));
  if (ending.length === 0) return [];
  const worth = ending.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0);
  const words = said((language) => {
    const [one, many] = WORDS.ending[language];
    const value = worth > 0 ? ` (${inWords(worth, 'EUR_CENT', language)} ${WORDS.worth[language]})` : '';
    return `${ending.length} ${ending.length === 1 ? one : many}${value}`;
  });
  const evidence = ending.map(({ id, annualValue }) => ({ name: id, value: annualValue, previous: null }));
  return [{ kind: 'CONTRACT_ENDS', gravity: 0, ...words, evidence }];
};

const DIFFERS: ReadonlySet<string> = new Set(['ABOVE', 'BELOW']);
const TENTHS_MAX = 10;
const sizeOf = ({ share }: SeenMismatch) => (share === null ? 0 : Math.abs(share));
const nameOf = ({ kind, aspect }: SeenMismatch) => (aspect ? `${kind} ${aspect}` : kind);

/** Two sources that differ, and did not, could not be compared, or differed the other way in the quarter before. */
export const newMismatches: Rule = ({ mismatches }, before) => {
  const past = new Map(before.mismatches.map((mismatch) => [nameOf(mismatch), mismatch]));
  const fresh = mismatches
    .filter((mismatch) => DIFFERS.has(mismatch.verdict) && past.get(nameOf(mismatch))?.verdict !== mismatch.verdict)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || compare(nameOf(a), nameOf(b)));
  const [largest] = fresh;
  if (!largest) return [];
  const words = said((language) => {
    const kind = language === 'nl' ? MISMATCH_KINDS[largest.kind].nl : MISMATCH_NAMES[largest.kind];
    const name = largest.aspect ? `${kind}, ${ASPECTS[largest.aspect][language]}` : kind;
    const by = largest.share === null ? '' : ` (${inWords(largest.share, 'FRACTION', language)})`;
    return plus(`${WORDS.mismatch[language]}: ${name}${by}`, fresh.length - 1, language);
  });
  const evidence = fresh.map((mismatch): Evidence => {
    const name = nameOf(mismatch);
    return { name, value: mismatch.share, previous: past.get(name)?.share ?? null };
  });
  const tenths = Math.trunc(Math.min(sizeOf(largest) * TENTHS_MAX, TENTHS_MAX));
  return [{ kind: 'NEW_MISMATCH', gravity: tenths, ...words, evidence }];
};

const keyOf = ({ code, figures }: SeenFinding) => [code, ...figures.map(({ name }) => name)].join(' ');

/** A figure that cannot be right, and about which the same was not said in the quarter before. */
export const implausibleFigures: Rule = ({ findings }, before) => {
  const known = new Set(before.findings.map(keyOf));
  const isSevere = ({ severity }: SeenFinding) => severity === 'DO_NOT_COUNT';
  const fresh = findings
    .filter((finding) => !known.has(keyOf(finding)))
    .sort((a, b) => Number(isSevere(b)) - Number(isSevere(a)) || compare(keyOf(a), keyOf(b)));
  const [gravest] = fresh;
  if (!gravest) return [];
  const evidence = fresh.flatMap(({ figures }) => figures.map(({ name, value }) => ({ name, value, previous: null })));
  const words = said((language) => plus(gravest[language], fresh.length - 1, language));
  return [{ kind: 'IMPLAUSIBLE_FIGURE', gravity: Number(isSevere(gravest)), ...words, evidence }];
};

/** Meldingen that came in. Care that has stopped is a signal of its own; no melding is told twice. */
export function meldingen({ actual, foreseen, other, stoppedOn, othersOn }: NewMeldingen): Found[] {
  const found: Found[] = [];
  if (actual > 0) {
    const evidence = [counted('actual', actual)];
    found.push({ kind: 'CARE_STOPPED', gravity: 0, ...WORDS.stopped, evidence, ...on(stoppedOn) });
  }
  const count = foreseen + other;
  if (count <= 0) return found;
  const words = said((language) => {
    const [one, many] = WORDS.meldingen[language];
    const line = `${count} ${count === 1 ? one : many}`;
    return foreseen > 0 ? `${line}: ${WORDS.willStop[language]}` : line;
  });
  const evidence = [counted('foreseen', foreseen), counted('other', other)];
  return [...found, { kind: 'NEW_MELDING', gravity: foreseen > 0 ? 1 : 0, ...words, evidence, ...on(othersOn) }];
}

const on = (day: string | null) => (day === null ? {} : { asOf: day });

function counted(name: string, value: number): Evidence {
  return { name, value, previous: null };
}
