/** What an assessment was made of, as JSON text ready to be stored: cheaper than making objects first, four thousand times. */
import type { Assessment, JudgedCriterion } from '../../domain/ladder/assess';
import type { Ladder } from '../../domain/ladder/ladder';
import { toStored } from '../../domain/ladder/stored';
import type { Score, ScoredIndicator } from '../../domain/scorecard';

/** What is missing, with the reason where it was delivered all the same. */
type Why = (missing: string | null) => string | null;

/** The same in every assessment by a ladder, as JSON that is left open. */
const fixed = new WeakMap<Ladder, Map<string, string>>();

/** Every criterion. Most of it never changes: four times a thousand assessments repeat fifteen sentences. */
export function criteriaText({ criteria }: Assessment, ladder: Ladder, why: Why): string {
  const starts = fixed.get(ladder) ?? new Map<string, string>();
  fixed.set(ladder, starts);
  return `[${criteria.map((criterion) => written(criterion, starts, why)).join(',')}]`;
}

function written(criterion: JudgedCriterion, starts: Map<string, string>, why: Why): string {
  const { holds, value, as_of, source, missing, ...rest } = toStored(criterion);
  const start = starts.get(rest.code) ?? JSON.stringify(rest).slice(0, -1);
  starts.set(rest.code, start);
  const end = `"as_of":${quoted(as_of)},"source":${quoted(source)},"missing":${quoted(why(missing))}}`;
  return `${start},"holds":${holds},"value":${value},${end}`;
}

/** Days, words and names of figures: nothing that JSON would have to escape. */
const quoted = (text: string | null) => (text === null ? 'null' : `"${text}"`);

/** Every indicator of the scorecard, and of it what differs: words, bands and most points are known of the model. */
export const scoreText = ({ indicators }: Score) => `[${indicators.map(scored).join(',')}]`;

const scored = ({ code, value, points }: ScoredIndicator) => `{"code":"${code}","value":${value},"points":${points}}`;
