import { Invalid } from '../../../errors';
import { readXml } from '../read-xml';
import { type Elements, type HeaderField, IS_JW323, LINE, type LineField, NAMESPACE, READ } from './message';

export type Header = Readonly<Partial<Record<HeaderField, string>>>;
export type Line = Readonly<Partial<Record<LineField, string>>>;

/** No field that we read is longer; what is longer is not what it should be. */
const FIELD_MAX = 20;

/** A field, elements to look for, or nothing of ours. */
type Place = Elements | string | null;

/**
 * Reads one message, and hands over its lines one at a time. Of a client nothing is kept, not even for a moment: its text is
 * passed over where the parser gives it.
 * @returns the header, with the total that the sender says
 */
export async function readMessage(
  bytes: AsyncIterable<Uint8Array>,
  onLine: (line: Line, header: Header) => void,
): Promise<Header> {
  const places: Place[] = [READ];
  const header: Record<string, string> = {};
  let fields = header;
  let text = '';

  await readXml(bytes, {
    open({ name, namespace }) {
      const parent = places.at(-1);
      if (parent === READ && (name !== 'Bericht' || namespace !== NAMESPACE)) throw NOT_JW323;
      const place = isElements(parent) && Object.hasOwn(parent, name) ? (parent[name] as Place) : null;
      if (place === LINE) {
        mustBeJw323(header);
        fields = {};
      }
      places.push(place);
      text = '';
    },
    text(piece) {
      if (typeof places.at(-1) === 'string' && text.length <= FIELD_MAX) text += piece;
    },
    close() {
      const place = places.pop();
      if (typeof place === 'string') fields[place] = ownCopy(text);
      if (place === LINE) {
        onLine(fields, header);
        fields = header;
      }
      text = '';
    },
  });
  mustBeJw323(header);
  return header;
}

const isElements = (place: Place | undefined): place is Elements => typeof place === 'object' && place !== null;

/** A part of a text keeps all of it in memory, and with it what stood around it: the client's number. */
const ownCopy = (text: string): string => Buffer.from(text.trim().slice(0, FIELD_MAX + 1)).toString();

function mustBeJw323(header: Header): void {
  const { code, version, subversion } = IS_JW323;
  if (header.code !== code || header.version !== version || header.subversion !== subversion) throw NOT_JW323;
}

const NOT_JW323 = new Invalid([
  {
    field: 'file',
    en: 'is not a declaration message of iJw 3.2 (JW323): other messages are not read.',
    nl: 'is geen declaratiebericht van iJw 3.2 (JW323): andere berichten worden niet gelezen.',
  },
]);
