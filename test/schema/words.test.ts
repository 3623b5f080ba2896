import { type GraphQLEnumType, isEnumType } from 'graphql';
import { buildApiSchema } from '../../src/api/build-schema';
import { TIME_CLASSES } from '../../src/domain/intake/burden';
import { CHECK_SEVERITIES, CHECK_STEPS } from '../../src/domain/intake/finding';
import { FIELD_TYPES, SECTION_KINDS } from '../../src/domain/intake/form';
import { SECTION_STATES } from '../../src/domain/intake/section-state';
import { TASK_STATES } from '../../src/domain/intake/tasks';
import * as vocabulary from '../../src/domain/vocabulary';

const schema = buildApiSchema();
const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
const valuesOf = (type: GraphQLEnumType) =>
  type
    .getValues()
    .map(({ name }) => name)
    .join();

/** Word lists that no field of the API shows as an enum. A file is given back as it came: its kind is in its name. */
const INTERNAL = ['MISMATCH_INFORMATION', 'TREDEN', 'SIGNAL_KINDS', 'FILE_KINDS'];
/** Words of filling in a delivery, which stand with the rules that give them. */
const OF_INTAKE = {
  ...{ FIELD_TYPES, SECTION_KINDS, SECTION_STATES, CHECK_SEVERITIES, CHECK_STEPS, TIME_CLASSES, TASK_STATES },
};
const lists = Object.entries({ ...vocabulary, ...OF_INTAKE })
  .filter(([name, value]) => typeof value === 'object' && !INTERNAL.includes(name))
  .map(([name, words]) => ({ name, words: words as vocabulary.Words }));

describe('the enums of the API', () => {
  it.each(lists)('hold exactly the words of $name', ({ words }) => {
    expect(enums.map(valuesOf)).toContain(Object.keys(words).join());
  });

  it('say what the vocabulary says', () => {
    const due = schema.getType('ReminderKind') as GraphQLEnumType;
    expect(due.getValue('OVERDUE')?.description).toContain(`Dutch: ${vocabulary.REMINDER_KINDS.OVERDUE.nl}. `);
    const reason = schema.getType('MeldingReason') as GraphQLEnumType;
    const { nl, says } = vocabulary.MELDING_REASONS.ALDERMAN_CHANGE;
    expect(reason.getValue('ALDERMAN_CHANGE')?.description).toBe(`Dutch: ${nl}. ${says}`);
  });

  it('stand for themselves, as in the archive', () => {
    const values = enums.filter(({ name }) => !name.startsWith('__')).flatMap((type) => type.getValues());
    expect(values.filter(({ name, value }) => name !== value)).toEqual([]);
  });
});
