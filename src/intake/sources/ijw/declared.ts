import type { VolumeUnit } from '../../../domain/vocabulary';
import { type Known, type NotPlaced, type PlacedLine, placeLine, type Remark, signedCents } from './place-line';
import type { Header, Line } from './read-message';

export interface DeclaredRow {
  readonly municipality: string;
  readonly careForm: string;
  readonly unit: VolumeUnit;
  cents: bigint;
  volume: bigint;
}

/** How many lines, and their amount. */
export interface Tally {
  lines: number;
  cents: bigint;
}

/** Declarations added up while they are read: as large as the number of rows, however long the messages. */
export class Declared {
  /** By quarter, and then by municipality, form of care and unit. */
  readonly rows = new Map<string, Map<string, DeclaredRow>>();
  readonly unplaced = new Map<NotPlaced, Tally>();
  readonly remarks = new Map<Remark, Tally>();
  /** Of every line that has an amount, placed or not. */
  readonly all: Tally = { lines: 0, cents: 0n };
  /** Messages of which the total is not the sum of the lines. */
  wrongTotals = 0;
  /** Messages whose number was there already: the same declaration twice. */
  repeated = 0;
  messages = 0;
  private ofMessage = 0n;
  private readonly numbers = new Set<string>();

  constructor(private readonly known: Known) {}

  readonly add = (line: Line, header: Header): void => {
    const found = placeLine(line, header, this.known);
    this.ofMessage += found.cents;
    count(this.all, found.cents);
    if ('because' in found) count(of(this.unplaced, found.because), found.cents);
    else this.place(found);
  };

  private place(found: PlacedLine): void {
    for (const remark of found.remarks) count(of(this.remarks, remark), found.cents);
    const row = this.rowOf(found);
    row.cents += found.cents;
    row.volume += found.volume;
  }

  /** Holds the lines of a message to the total that its sender says. */
  endMessage({ receiver, number, totalCents, totalSign }: Header): void {
    this.messages += 1;
    if (this.numbers.has(`${receiver} ${number}`)) this.repeated += 1;
    this.numbers.add(`${receiver} ${number}`);
    if (signedCents(totalCents, totalSign) !== this.ofMessage) this.wrongTotals += 1;
    this.ofMessage = 0n;
  }

  private rowOf({ quarter, municipality, careForm, unit }: PlacedLine): DeclaredRow {
    const rows = this.rows.get(quarter) ?? new Map<string, DeclaredRow>();
    this.rows.set(quarter, rows);
    const key = `${municipality} ${careForm} ${unit}`;
    const row = rows.get(key) ?? { municipality, careForm, unit, cents: 0n, volume: 0n };
    rows.set(key, row);
    return row;
  }
}

function of<Why>(tallies: Map<Why, Tally>, why: Why): Tally {
  const tally = tallies.get(why) ?? { lines: 0, cents: 0n };
  tallies.set(why, tally);
  return tally;
}

function count(tally: Tally, cents: bigint): void {
  tally.lines += 1;
  tally.cents += cents;
}
