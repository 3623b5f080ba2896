/**
 * What graphql-js says about a wrong operation, in our own words. Its messages repeat what the caller sent: names, and
 * with variables whole values. Ours name only what the schema itself names, and point at the place by line and column.
 */
import {
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import type { Sentence } from '../errors';

/** A message of graphql-js, and ours. $1 and $2 are what the pattern caught, and must be names of the schema. */
type Row = readonly [when: RegExp, en: string, nl: string];

// biome-ignore format: it is a table, and is read as one
const ROWS: readonly Row[] = [
  // The text of the operation. What is expected is a word of the grammar, never of the caller.
  [/^Syntax Error: Document contains more that \d+ tokens/, 'The operation is too long. Ask for less, or split it.', 'De bewerking is te lang. Vraag minder, of splits haar.'],
  [/^Syntax Error: /, 'This is not GraphQL from here on.', 'Vanaf hier is dit geen GraphQL.'],
  // Fields and fragments.
  [/^Cannot query field "\w+" on type "(\w+)"/, 'There is no such field on type $1.', 'Dit veld bestaat niet op type $1.'],
  [/^Field "\w+" must not have a selection since type "([^"]+)" has no subfields/, 'A field of type $1 has no fields of its own.', 'Een veld van type $1 heeft zelf geen velden.'],
  [/^Field "\w+" of type "([^"]+)" must have (?:a selection of subfields|at least one field selected)/, 'Say which fields of $1 you want, between braces.', 'Zet tussen accolades welke velden van $1 u wilt.'],
  [/^Fields ".+" conflict because/, 'Two fields with the same name ask for different things. Give one of them an alias.', 'Twee velden met dezelfde naam vragen iets anders. Geef een van beide een alias.'],
  [/^Unknown fragment/, 'There is no such fragment in this document.', 'Dit fragment staat niet in dit document.'],
  [/^Fragment "\w+" is never used/, 'This fragment is never used.', 'Dit fragment wordt nergens gebruikt.'],
  [/^Fragment .*cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/, 'An object of type $1 is never of type $2.', 'Een object van type $1 is nooit van type $2.'],
  [/^Fragment .*cannot condition on non composite type/, 'A fragment must be on a type that has fields.', 'Een fragment moet op een type met velden slaan.'],
  [/^Cannot spread fragment "\w+" within itself/, 'This fragment contains itself.', 'Dit fragment bevat zichzelf.'],
  [/^Unknown type/, 'There is no such type.', 'Dit type bestaat niet.'],
  // Arguments and directives.
  [/^Unknown argument "\w+" on field "(\w+\.\w+)"/, 'The field $1 has no such argument.', 'Het veld $1 heeft dit argument niet.'],
  [/^Unknown argument "\w+" on directive "@(\w+)"/, 'The directive @$1 has no such argument.', 'De directive @$1 heeft dit argument niet.'],
  [/^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/, 'The field $1 needs the argument $2.', 'Het veld $1 heeft het argument $2 nodig.'],
  [/^Directive "@(\w+)" argument "(\w+)" of type "[^"]+" is required/, 'The directive @$1 needs the argument $2.', 'De directive @$1 heeft het argument $2 nodig.'],
  [/^Unknown directive/, 'There is no such directive.', 'Deze directive bestaat niet.'],
  [/^Directive "@(\w+)" may not be used on/, 'The directive @$1 does not belong here.', 'De directive @$1 hoort hier niet.'],
  [/^The directive "@(\w+)" can only be used once/, 'The directive @$1 may be given only once here.', 'De directive @$1 mag hier maar één keer.'],
  [/^(?:There can be only one|Argument ".*" can only be defined once)/, 'The same name is given twice.', 'Dezelfde naam komt twee keer voor.'],
  // Values in the text of the operation.
  [/^Field "(\w+\.\w+)" of required type "[^"]+" was not provided/, 'The input field $1 is required.', 'Het invoerveld $1 is verplicht.'],
  [/^Field "\w+" is not defined by type "(\w+)"/, 'There is no such field on input $1.', 'Dit veld bestaat niet op invoer $1.'],
  [/^Expected value of type "([^"]+)", found/, 'A value of type $1 is expected here.', 'Hier hoort een waarde van type $1.'],
  [/^(?:Enum ")?(\w+)"? cannot represent/, 'A value of type $1 is expected here.', 'Hier hoort een waarde van type $1.'],
  [/^Value "\w+" does not exist in "(\w+)" enum/, 'This is not one of the values of $1.', 'Dit is niet een van de waarden van $1.'],
  [/^Argument "(\w+)" /, 'The argument $1 is missing or has a wrong value.', 'Het argument $1 ontbreekt of heeft een verkeerde waarde.'],
  // Variables.
  [/^Variable "\$\w+" is not defined/, 'This variable is not declared by the operation.', 'Deze variabele is niet gedeclareerd door de bewerking.'],
  [/^Variable "\$\w+" is never used/, 'This variable is never used.', 'Deze variabele wordt nergens gebruikt.'],
  [/^Variable "\$\w+" of type "[^"]+" used in position expecting type "([^"]+)"/, 'A variable of type $1 is expected here.', 'Hier hoort een variabele van type $1.'],
  [/^Variable "\$\w+" (?:cannot be non-input type|expected value of type "[^"]+" which cannot)/, 'A variable cannot be of this type.', 'Een variabele kan niet van dit type zijn.'],
  [/^Variable "\$\w+" of (?:required|non-null) type "([^"]+)"/, 'This variable of type $1 is required.', 'Deze variabele van type $1 is verplicht.'],
  [/^Variable "\$\w+" got invalid value .*; Field "(\w+)" of required type "[^"]+" was not provided\.$/s, 'The input field $1 is required.', 'Het invoerveld $1 is verplicht.'],
  [/^Variable "\$\w+" got invalid value .*; Field "\w+" is not defined by type "(\w+)"/s, 'There is no such field on input $1.', 'Dit veld bestaat niet op invoer $1.'],
  [/^Variable "\$\w+" got invalid value .*; Expected non-nullable type "([^"]+)" not to be null\.$/s, 'A value of type $1 is required, and cannot be null.', 'Een waarde van type $1 is verplicht, en mag niet null zijn.'],
  [/^Variable "\$\w+" got invalid value .*; Expected type "([^"]+)"/s, 'A value of type $1 is expected.', 'Er hoort een waarde van type $1.'],
  [/^Variable "\$\w+" got invalid value .*; Value ".*" does not exist in "(\w+)" enum/s, 'This is not one of the values of $1.', 'Dit is niet een van de waarden van $1.'],
  [/^Variable "\$\w+" got invalid value .*; Enum "(\w+)" cannot represent/s, 'This is not one of the values of $1.', 'Dit is niet een van de waarden van $1.'],
  [/^Variable "\$\w+" got invalid value .*; (\w+) cannot represent /s, 'A value of type $1 is expected.', 'Er hoort een waarde van type $1.'],
  [/^Variable "\$\w+" /, 'The value of this variable does not fit its type.', 'De waarde van deze variabele past niet bij haar type.'],
  // The document as a whole.
  [/^This anonymous operation must be the only/, 'Give every operation a name when there are more than one.', 'Geef elke bewerking een naam als er meer dan één is.'],
  [/^Must provide operation name/, 'There is more than one operation. Say which one in operationName.', 'Er is meer dan één bewerking. Noem er een in operationName.'],
  [/^Unknown operation named/, 'There is no operation with this operationName.', 'Er is geen bewerking met deze operationName.'],
  [/^Must provide an operation/, 'There is no operation in this document.', 'Er staat geen bewerking in dit document.'],
  [/definition is not executable/, 'Only operations and fragments can be asked.', 'Alleen bewerkingen en fragmenten kunnen worden gevraagd.'],
  [/^GraphQL introspection is not allowed/, 'The schema cannot be asked here. It is published with the documentation.', 'Het schema is hier niet op te vragen. Het is gepubliceerd bij de documentatie.'],
  [/^Maximum introspection depth exceeded/, 'The schema is asked too deeply.', 'Het schema wordt te diep bevraagd.'],
  [/limit reached|Validation aborted/, 'There are more mistakes than are listed here.', 'Er zijn meer fouten dan hier staan.'],
  // The envelope: what is around the operation in the body of the request.
  [/^(?:POST body missing|GraphQL operations must contain|GraphQL queries must be strings)/, 'Send a JSON object with the operation as a text in "query".', 'Stuur een JSON-object met de bewerking als tekst in "query".'],
  [/^`(variables|extensions)` in a POST body/, 'Send "variables" and "extensions" as JSON objects.', 'Stuur "variables" en "extensions" als JSON-object.'],
  [/^`operationName` in a POST body/, 'Send "operationName" as a text.', 'Stuur "operationName" als tekst.'],
  [/^Operation batching disabled/, 'Send one operation per request.', 'Stuur één bewerking per verzoek.'],
  [/^This operation has been blocked as a potential Cross-Site/, 'Send JSON, with "Content-Type: application/json".', 'Stuur JSON, met "Content-Type: application/json".'],
  [/^An 'accept' header was provided/, 'Answers are JSON. Accept application/json.', 'Antwoorden zijn JSON. Accepteer application/json.'],
  [/^(?:PersistedQueryNot|Unsupported persisted query|provided sha)/, 'Send the operation itself in "query": there are no stored ones.', 'Stuur de bewerking zelf in "query": er zijn geen opgeslagen bewerkingen.'],
];

/** Where none of the rows fits, or a name in it turns out not to be the schema's. */
const OTHERWISE: Sentence = {
  en: 'The operation does not fit the schema here.',
  nl: 'De bewerking past hier niet op het schema.',
};

/** Every name that the schema itself publishes: types, fields, arguments, values, directives. */
function namesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set(['variables', 'extensions']);
  for (const directive of schema.getDirectives()) {
    for (const name of [directive.name, ...directive.args.map((arg) => arg.name)]) names.add(name);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    names.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) names.add(name);
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) names.add(name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const name of [field.name, ...field.args.map((arg) => arg.name)]) names.add(name);
    }
  }
  return names;
}

/**
 * What our own scalars say of a wrong value: what it must be, and never the value. Learnt by giving each a value that fits
 * none, so that only a text of the schema can come back.
 */
function wordsOfScalars(schema: GraphQLSchema): readonly Sentence[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) return [];
    try {
      type.parseValue(Symbol('fits none'));
      return [];
    } catch (error) {
      if (!(error instanceof GraphQLError) || typeof error.extensions.nl !== 'string') return [];
      return [{ en: error.message, nl: error.extensions.nl }];
    }
  });
}

/** How graphql-js found its way into the value of a variable, by fields of the schema and places in lists. */
const FIELD = / at "\w+\.?([\w.[\]]+)"; /g;

const quoted = (text: string) => [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);

/** A sentence about an operation, and which field of an input it is about. */
export interface Told extends Sentence {
  readonly field?: string;
}

/**
 * Rewrites the messages of graphql-js and Apollo for this schema. With `suggests`, the names that graphql-js thinks were
 * meant are kept, as far as the schema has them.
 */
export function sentencesOf(schema: GraphQLSchema, suggests: boolean): (message: string) => Told {
  const names = namesOf(schema);
  const scalars = wordsOfScalars(schema);
  const isOurs = (text: string) => text.split(/\W+/).every((part) => part === '' || names.has(part));

  function sentenceOf(message: string): Sentence {
    const ofScalar = scalars.find(({ en }) => message === en || message.endsWith(`; ${en}`));
    if (ofScalar) return ofScalar;
    const row = ROWS.find(([when]) => when.test(message));
    const caught = row?.[0].exec(message)?.slice(1) ?? [];
    if (!row || !caught.every(isOurs)) return OTHERWISE;
    const [en, nl] = row.slice(1).map((text) => String(text).replace(/\$(\d)/g, (_, at) => caught[at - 1] as string));
    return { en: en as string, nl: nl as string };
  }

  function suggestionsIn(message: string): readonly string[] {
    const at = message.lastIndexOf(' Did you mean ');
    return at < 0 || !suggests ? [] : quoted(message.slice(at)).filter(isOurs);
  }

  return (message) => {
    const { en, nl } = sentenceOf(message);
    const meant = suggestionsIn(message);
    const field = [...message.matchAll(FIELD)].at(-1)?.[1];
    const isField = field && isOurs(field.replace(/\[\d+\]/g, ''));
    return {
      en: meant.length > 0 ? `${en} Did you mean ${meant.join(' or ')}?` : en,
      nl: meant.length > 0 ? `${nl} Bedoelt u ${meant.join(' of ')}?` : nl,
      ...(isField && { field }),
    };
  };
}
