/** Reads XML of any length a piece at a time. What XML can do and no source of ours needs is refused: DTDs and entities. */
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Invalid } from '../../errors';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** The value of an attribute by its name without a prefix. */
  attribute(name: string): string | undefined;
}

export interface XmlReader {
  open(element: XmlElement): void;
  text(text: string): void;
  close(): void;
}

/** Between one "<" and the next: a longer text or attribute would have to be kept whole. */
const BETWEEN_MAX = 1_000_000;
const DEPTH_MAX = 100;
const FORBIDDEN = '<!DOCTYPE';

/** Hands over what the bytes hold, in order. Throws Invalid, without a word of the content, for what is no sound XML. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const guard = new Guard();
  const parser = parserFor(reader);
  const feed = (piece?: Uint8Array) => {
    const text = decoded(decoder, piece);
    guard.check(text);
    if (text !== '') parser.write(text);
  };
  for await (const piece of bytes) feed(piece);
  feed();
  parser.close();
}

function parserFor(reader: XmlReader): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_MAX) throw refusal(TOO_DEEP);
    reader.open(elementOf(tag));
  });
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  parser.on('closetag', () => {
    depth -= 1;
    reader.close();
  });
  parser.on('doctype', () => {
    throw refusal(HAS_DTD);
  });
  // The parser's own words may quote the content.
  parser.on('error', () => {
    throw refusal(NOT_SOUND, parser.line);
  });
  return parser;
}

function elementOf({ local, uri, attributes }: SaxesTagNS): XmlElement {
  return {
    name: local,
    namespace: uri,
    attribute: (name) => Object.values(attributes).find((one) => one.local === name)?.value,
  };
}

/** Watches the text before the parser sees it. */
class Guard {
  private end = '';
  private sinceTag = 0;

  check(text: string): void {
    // A piece may end in the middle of the word.
    if ((this.end + text).includes(FORBIDDEN)) throw refusal(HAS_DTD);
    this.end = text.slice(-FORBIDDEN.length);
    const first = text.indexOf('<');
    this.sinceTag += first < 0 ? text.length : first;
    if (this.sinceTag > BETWEEN_MAX) throw refusal(TOO_LONG);
    if (first >= 0) this.sinceTag = text.length - text.lastIndexOf('<');
  }
}

function decoded(decoder: TextDecoder, piece: Uint8Array | undefined): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw refusal(NOT_UTF_8);
  }
}

const NOT_SOUND = {
  en: 'is not sound XML: it may have been cut off. Fetch it again from the program that made it.',
  nl: 'is geen juiste XML: misschien is het afgebroken. Haal het opnieuw op uit het programma dat het maakte.',
};
const NOT_UTF_8 = {
  en: 'is not written in UTF-8: save it as UTF-8.',
  nl: 'is niet in UTF-8 geschreven: sla het op als UTF-8.',
};
const HAS_DTD = {
  en: 'holds a DTD, which could make it mean anything: deliver it without.',
  nl: 'bevat een DTD, waarmee het van alles kan betekenen: lever het zonder aan.',
};
const TOO_DEEP = { en: 'is nested too deeply.', nl: 'is te diep genest.' };
const TOO_LONG = { en: 'holds a text that is too long.', nl: 'bevat een te lange tekst.' };

const refusal = ({ en, nl }: { en: string; nl: string }, line?: number) =>
  new Invalid([{ field: line === undefined ? 'file' : `file, line ${line}`, en, nl }]);
