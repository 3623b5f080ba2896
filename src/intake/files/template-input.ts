import type { KeptValue } from '../../domain/intake/filled';
import type { Choice, ChoiceList, Form } from '../../domain/intake/form';
import type { TemplateMeta } from './template-meta';

export interface KeptRow {
  /** 0 for a section of items; 1 and up for the rows of a list. */
  readonly row: number;
  /** By the code of the field. */
  readonly values: ReadonlyMap<string, KeptValue>;
}

export interface KeptSection {
  readonly code: string;
  readonly rows: readonly KeptRow[];
}

export interface TemplateInput {
  readonly form: Form;
  readonly choices: ReadonlyMap<ChoiceList, readonly Choice[]>;
  readonly meta: TemplateMeta;
  /** What people call the party. */
  readonly partyName: string;
  /** What is known and not for the party to change here: grey and locked. */
  readonly known?: readonly KeptSection[];
  /** What was filled in before, or is proposed: yellow, to be changed at will. */
  readonly filled?: readonly KeptSection[];
  /** What was delivered of the period before, shown beside it. Of sections of items alone. */
  readonly previous?: readonly KeptSection[];
}

/** The value of a field; undefined when there is none. */
export type Lookup = (section: string, row: number, field: string) => KeptValue | undefined;

export function lookup(sections: readonly KeptSection[] = []): Lookup {
  const values = new Map(
    sections.flatMap(({ code, rows }) =>
      rows.flatMap((row) => [...row.values].map(([field, value]) => [`${code} ${row.row} ${field}`, value] as const)),
    ),
  );
  return (section, row, field) => values.get(`${section} ${row} ${field}`);
}

/** The highest row of a section that has a value. */
export const lastRow = (sections: readonly KeptSection[] = [], code: string): number =>
  Math.max(0, ...sections.filter((one) => one.code === code).flatMap(({ rows }) => rows.map(({ row }) => row)));
