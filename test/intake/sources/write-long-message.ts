import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { CLOSING, client, LINE, opening } from './jw323-message';

const LINES_OF_A_CLIENT = 3;
const CATEGORIES = ['31', '32', '33', '34', '35', '36', '38', '45'];

/** Writes a message of at least so many bytes, every client with the same marker as its number. Returns its lines. */
export async function writeLongMessage(file: string, bytes: number, marker: string): Promise<number> {
  const out = createWriteStream(file);
  // The total stands before the lines: as many as it takes, each of one euro.
  const size = client(marker, [LINE, LINE, LINE], 1).length;
  const clients = Math.ceil(bytes / size);
  out.write(opening({ totalCents: BigInt(clients * LINES_OF_A_CLIENT * 100) }));
  for (let at = 0; at < clients; at += 1) {
    const lines = Array.from({ length: LINES_OF_A_CLIENT }, (_, of) => ({
      ...LINE,
      category: CATEGORIES[(at + of) % CATEGORIES.length] as string,
      cents: 100,
    }));
    if (!out.write(client(marker, lines, at))) await once(out, 'drain');
  }
  out.end(CLOSING);
  await once(out, 'finish');
  return clients * LINES_OF_A_CLIENT;
}
