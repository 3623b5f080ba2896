import type { AuditHead } from '../../database/logs';
import { Invalid } from '../../errors';

/** The end of the chain as it was told to the outside world, with the moment at which it was. */
export interface ToldHead extends AuditHead {
  readonly at: string;
}

/** A line of the file of heads: moment, number and hash. */
export const lineOf = ({ at, entry, hash }: ToldHead): string => `${at} ${entry} ${hash}\n`;

const LINE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\d+) ([0-9a-f]{64})$/;

/** The heads in a file. Throws Invalid for a line that is none. */
export function headsIn(text: string): ToldHead[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    const [, moment, entry, hash] = LINE.exec(line.trim()) ?? [];
    if (!moment || !hash) throw new Invalid([noHead(at + 1)]);
    return { at: moment, entry: Number(entry), hash };
  });
}

const noHead = (line: number) => ({
  field: '--heads',
  en: `line ${line} is not a head as "audit head" prints it: a moment, a number and a hash.`,
  nl: `regel ${line} is geen kop zoals "audit head" die afdrukt: een tijdstip, een nummer en een hash.`,
});
