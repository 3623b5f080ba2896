/**
 * The oracle: the same language executed by graphql-js over ordinary resolvers, with the shield in front and the rows in
 * memory. Slow, plain and independent: what the planner answers has to be what this answers.
 */
import { execute, type GraphQLError, type GraphQLSchema, getVariableValues, Kind, parse } from 'graphql';
import { buildApiSchema } from '../../../src/api/build-schema';
import { guarded } from '../../../src/api/guard';
import { EwsError } from '../../../src/errors';
import type { Answer, AnswerError } from './answer';
import { type Foreseen, foresee } from './foresee';
import { attachResolvers, attachTypes } from './resolvers';
import type { Sight } from './sight';

export interface Question {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Which one, of a document with several operations. */
  readonly operationName?: string;
}

export interface Expected extends Answer {
  readonly foreseen: Foreseen;
}

const codeOf = ({ originalError }: GraphQLError) =>
  originalError instanceof EwsError ? originalError.code : `UNFORESEEN: ${originalError?.stack ?? 'graphql-js'}`;

/** A path without the numbers of lists: which row it was may not show. */
const placeOf = (path: GraphQLError['path']) => (path ?? []).filter((key) => typeof key === 'string').join('.');

export class Oracle {
  readonly schema: GraphQLSchema;

  /** The shield of the product stands in front, unless another guard is given. */
  constructor(guard: (schema: GraphQLSchema) => GraphQLSchema = guarded) {
    this.schema = attachTypes(guard(attachResolvers(buildApiSchema())));
  }

  async answer({ text, variables }: Question, see: Sight): Promise<Expected> {
    const document = parse(text);
    const foreseen = foresee(this.schema, document, this.coerced(document, variables), see);
    const { data, errors } = await execute({
      schema: this.schema,
      document,
      variableValues: variables,
      contextValue: see,
    });
    const found = (errors ?? []).map((error) => ({ code: codeOf(error), path: placeOf(error.path) }));
    return { ...this.refuseWrong(foreseen, { data: data ?? null, errors: found }), foreseen };
  }

  private coerced(document: ReturnType<typeof parse>, variables: Question['variables']): { [name: string]: unknown } {
    const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const definitions = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
    const { coerced, errors } = getVariableValues(this.schema, definitions, variables);
    if (!coerced) throw new Error(`The variables do not fit: ${errors?.join(' ')}`);
    return coerced;
  }

  /** Wrong input anywhere below a root field refuses that field as a whole: nothing was read yet. */
  private refuseWrong({ wrong, breaks }: Foreseen, { data, errors }: Answer): Answer {
    const isWrong = ({ path }: AnswerError) => wrong.has(path.split('.', 1)[0] as string);
    const refused = [...wrong].map((path) => ({ code: 'BAD_USER_INPUT', path }));
    const nulls = Object.fromEntries([...wrong].map((key) => [key, null]));
    return {
      data: breaks || data === null ? null : { ...data, ...nulls },
      errors: [...errors.filter((error) => !isWrong(error)), ...refused],
    };
  }
}
