import 'reflect-metadata';
import { type GraphQLSchema, isNonNullType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { DESKS } from '../../resolvers';
import { type FieldKind, kindOf, objectTypesOf } from '../policy/fields';

/** What everyone may read, and what shows nothing by itself, has nothing to say about who may read it. */
const FOR_EVERYONE: readonly (FieldKind | undefined)[] = ['reference', 'structure', undefined];
const ROWS: Readonly<Record<string, string>> = {
  mismatch: 'mismatchOfProvider, mismatchOfMunicipalities or aggregate',
};

/** Every field that not everyone may read says under which row of the authorization table it falls. */
function sayWhoMayRead(schema: GraphQLSchema): GraphQLSchema {
  for (const type of objectTypesOf(schema)) {
    for (const field of Object.values(type.getFields())) {
      const kind = kindOf(type.name, field.name);
      if (kind === undefined || FOR_EVERYONE.includes(kind)) continue;
      const otherwise = isNonNullType(field.type) ? '' : '; null for a party that may not read it';
      field.description = `${field.description} Information: ${ROWS[kind] ?? kind}${otherwise}.`;
    }
  }
  return schema;
}

/**
 * The schema of the API. Inputs are validated where they are used, so that queries pay nothing for it; nested fields have
 * no resolvers, because the planner answers them.
 */
export function buildApiSchema(): GraphQLSchema {
  return sayWhoMayRead(buildSchemaSync({ resolvers: DESKS, validate: false }));
}

const HEADER = `# The language of the API, printed from the classes in schema/. Review it; do not edit it.
# biome-ignore-all format: printed, not written
`;

/** The schema as people review it: in alphabetical order, so that a change is a small difference. */
export function printApiSchema(schema = buildApiSchema()): string {
  return `${HEADER}\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
