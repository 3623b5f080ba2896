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

/** Between one tag and the next: a longer text, attribute, comment or DTD would have to be kept whole. */
const BETWEEN_MAX = 1_000_000;
const DEPTH_MAX = 100;

/** Hands over what the bytes hold, in order. Throws Invalid, without a word of the content, for what is no sound XML. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sinceTag = 0;
  const parser = parserFor(reader, () => {
    sinceTag = 0;
  });
  const feed = (piece?: Uint8Array) => {
    const text = decoded(decoder, piece);
    sinceTag += text.length;
    if (text !== '') parser.write(text);
    if (sinceTag > BETWEEN_MAX) throw refusal(TOO_LONG);
  };
  for await (const piece of bytes) feed(piece);
  feed();
  parser.close();
}

function parserFor(reader: XmlReader, onTag: () => void): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('opentag', (tag) => {
    onTag();
    depth += 1;
    if (depth > DEPTH_MAX) throw refusal(TOO_DEEP);
    reader.open(elementOf(tag));
  });
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  parser.on('closetag', () => {
    onTag();
    depth -= 1;
    reader.close();
  });
  // Nothing that it defines is ever filled in, but nobody who writes one means well.
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
const TOO_LONG = { en: 'holds a text or comment that is too long.', nl: 'bevat een te lange tekst of opmerking.' };

const refusal = ({ en, nl }: { en: string; nl: string }, line?: number) =>
  new Invalid([{ field: line === undefined ? 'file' : `file, line ${line}`, en, nl }]);
