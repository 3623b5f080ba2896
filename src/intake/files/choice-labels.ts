/** How the codes of a list are shown to be chosen from. */
import type { Choice } from '../../domain/intake/form';

/** By code: the label, with the code behind it when two codes have the same label. */
export function choiceLabels(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of choices) counts.set(label.toLowerCase(), (counts.get(label.toLowerCase()) ?? 0) + 1);
  return new Map(
    choices.map(({ code, label }) => [code, counts.get(label.toLowerCase()) === 1 ? label : `${label} (${code})`]),
  );
}
