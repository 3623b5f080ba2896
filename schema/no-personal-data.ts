import { ValidateBy } from 'class-validator';
import type { Said } from '../src/domain/language';
import { findInText } from '../src/domain/personal-data';
import { refusalOf } from '../src/domain/personal-data/explain';

/** What the desk asks a rule of which the remedy depends on the value; the answer never holds the value. */
export interface Explains {
  readonly explain: (value: unknown) => Said | null;
}

const explain: Explains['explain'] = (value) => (typeof value === 'string' ? refusalOf(findInText(value)) : null);

/**
 * For every free text that is sent to us: refuses personal data, and says what to do instead. A test walks all mutations and fails
 * on a text that is neither this nor of a fixed form.
 */
export const NoPersonalData = (): PropertyDecorator =>
  ValidateBy(
    { name: 'noPersonalData', validator: { validate: (value) => explain(value) === null } },
    { message: 'holds personal data', context: { explain } satisfies Explains },
  );
