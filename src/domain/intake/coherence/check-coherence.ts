/** Whether the sound values of a delivery agree with each other and with what is known. Every rule looks at every delivery. */
import { fill } from '../../fill';
import type { Language, Said } from '../../language';
import { Findings } from '../bounded';
import type { CheckFinding } from '../finding';
import type { Form } from '../form';
import type { KeptSections } from '../kept';
import { answered, type Cell } from './answered';
import type { Known } from './known';
import { type CoherenceRule, type Found, saidCell } from './rule';
import { COHERENCE_RULES } from './rules';

/** Values are written as in Dutch, so that an answer holds in either language. */
export function checkCoherence(form: Form, kept: KeptSections, known: Known): CheckFinding[] {
  const delivery = answered(form, kept, known);
  const told = COHERENCE_RULES.map((rule) => ({ rule, found: rule.find(delivery) }));
  const places = new Map(
    told.map(({ rule, found }) => [rule.code, new Set(found.map(({ cells }) => keyOf(cells[0])))]),
  );
  const findings = new Findings();
  for (const { rule, found } of told) {
    for (const one of found) {
      const isSaidBetter = (rule.yieldsTo ?? []).some((code) => places.get(code)?.has(keyOf(one.cells[0])));
      if (!isSaidBetter) findings.add(findingOf(rule, one));
    }
  }
  return findings.all();
}

const keyOf = ({ section, row, field }: Cell) => `${section} ${row} ${field.code}`;

function findingOf(
  { code, severity, says, expected }: CoherenceRule,
  { cells, words = {}, severity: own }: Found,
): CheckFinding {
  const [{ section, row, field, place }] = cells;
  const say = (phrases: Said): Said => ({ nl: filled(phrases, words, 'nl'), en: filled(phrases, words, 'en') });
  return {
    ...{ severity: own ?? severity, step: 'COHERENCE', rule: code },
    ...{ section, row, field: field.code, place },
    value: cells.map((cell) => saidCell(cell).nl).join('; '),
    expected: expected && say(expected),
    message: say(says),
  };
}

function filled(phrases: Said, words: NonNullable<Found['words']>, language: Language): string {
  const chosen = Object.entries(words).map(([name, word]) => [name, typeof word === 'string' ? word : word[language]]);
  return fill(phrases[language], Object.fromEntries(chosen));
}
