import { Check, Column, ColumnOptions, PrimaryGeneratedColumn } from 'typeorm';
import { valuesOf, type Words } from '../src/domain/vocabulary';

/** A random identity without meaning, so that an id tells nothing about order or number. */
export const Id = () => PrimaryGeneratedColumn('uuid');
export const Uuid = (options: ColumnOptions = {}) => Column('uuid', { ...options });
export const Text = (options: ColumnOptions = {}) => Column('text', { ...options });
export const Day = (options: ColumnOptions = {}) => Column('date', { ...options });
export const Moment = (options: ColumnOptions = {}) => Column('timestamptz', { ...options });
export const Count = (options: ColumnOptions = {}) => Column('integer', { ...options });
export const Flag = (options: ColumnOptions = {}) => Column('boolean', { ...options });
/** Money: whole euro cents, never a float. TypeORM gives a bigint as a string. */
export const Cents = (options: ColumnOptions = {}) => Column('bigint', { ...options });
/** An exact decimal: a volume, an fte, a fraction. TypeORM gives a numeric as a string. */
export const Decimal = (options: ColumnOptions = {}) => Column({ type: 'numeric', ...options });

// TypeORM writes into the options it is given, so every column gets a copy of its own.
export const optional = { nullable: true } as const;

/** A check that a text column holds a word of a list. */
export const OneOf = (name: string, column: string, words: Words) =>
  Check(
    name,
    `${column} in (${valuesOf(words)
      .map((word) => `'${word}'`)
      .join(', ')})`,
  );
