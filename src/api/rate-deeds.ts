import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { RARE_FIELDS, type RareDeed } from './rate-table';

/**
 * The fields of a mutation under the names that they have in the answer, through every fragment: a field that is asked
 * twice under one name is done once, so this is exactly what will be done. Conditions are taken to hold: never too few.
 */
function fieldsOf(operation: OperationDefinitionNode, document: DocumentNode): ReadonlyMap<string, string> {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );
  const fields = new Map<string, string>();
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        fields.set((selection.alias ?? selection.name).value, selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet);
      } else {
        const name = selection.name.value;
        const found = fragments.get(name);
        // Once: fragments that hold each other twice would otherwise take for ever.
        fragments.delete(name);
        if (found) collect(found);
      }
    }
  };
  collect(operation.selectionSet);
  return fields;
}

/** How often each rare deed is asked in an operation; nothing but a mutation has any. */
export function deedsIn(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  isKnown: boolean,
): ReadonlyMap<RareDeed, number> {
  const deeds = new Map<RareDeed, number>();
  if (operation.operation !== 'mutation') return deeds;
  for (const field of fieldsOf(operation, document).values()) {
    const rare = Object.hasOwn(RARE_FIELDS, field) ? RARE_FIELDS[field] : undefined;
    const deed = rare?.[isKnown ? 'known' : 'anonymous'];
    if (deed) deeds.set(deed, (deeds.get(deed) ?? 0) + 1);
  }
  return deeds;
}
