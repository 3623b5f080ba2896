/** The first line of a long list: which of its columns holds which field. */
import type { Findings } from '../domain/intake/bounded';
import type { ChoiceIndex } from '../domain/intake/choices';
import type { ChoiceList, Field, Section } from '../domain/intake/form';
import { found } from './files/rules';

export interface Column {
  readonly field: Field;
  /** Where it stands in a line; -1 when it is not there. */
  readonly at: number;
  readonly index: ChoiceIndex;
  /** What was read of a code before: there are few of them, and many lines. */
  readonly known: Map<string, string>;
}

export interface Columns {
  /** In the order of the form. */
  readonly all: readonly Column[];
  /** How many cells a line has; empty ones may follow. */
  readonly width: number;
  /** Columns without a name, in which nothing may stand. */
  readonly nameless: readonly number[];
}

/** Columns are called by code or label. What is not asked, what is missing and what is there twice is found. */
export function columnsOf(
  { code: section, fields }: Section,
  headings: readonly string[],
  line: number,
  indexFor: (list: ChoiceList | undefined) => ChoiceIndex,
  findings: Findings,
): Columns {
  const plain = headings.map((heading) => heading.trim().toLowerCase());
  const width = plain.findLastIndex((heading) => heading !== '') + 1;
  const fieldOf = (heading: string) => fields.find((field) => namesOf(field).includes(heading));
  const taken = plain.map((heading) => (heading === '' ? undefined : fieldOf(heading)));
  for (const [at, heading] of plain.entries()) {
    if (heading === '') continue;
    const [field, place] = [taken[at], { sheet: null, cell: `${line}:${at + 1}` }];
    if (!field) findings.add(found('form.unknown-field', { section, place }));
    else if (taken.indexOf(field) < at) findings.add(found('form.column-twice', { section, field: field.code, place }));
  }
  const all = fields.map((field) => {
    const at = taken.indexOf(field);
    if (at < 0 && field.isRequired) findings.add(found('form.missing-field', { section, field: field.code }));
    return { field, at, index: indexFor(field.list), known: new Map() };
  });
  return { all, width, nameless: plain.slice(0, width).flatMap((heading, at) => (heading === '' ? [at] : [])) };
}

const namesOf = ({ code, label }: Field) => [code, label.nl, label.en].map((name) => name.toLowerCase());
