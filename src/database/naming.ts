import { DefaultNamingStrategy, Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const tableName = (table: Table | string) =>
  (typeof table === 'string' ? table : table.name).split('.').pop() as string;

/** Snake case in the database; a constraint's name is a sentence that says what it promises. */
export class Naming extends DefaultNamingStrategy {
  override tableName(className: string, customName?: string) {
    return customName ?? snake(className);
  }
  override columnName(property: string, customName: string | undefined, prefixes: string[]) {
    return [...prefixes, customName ?? property].map(snake).join('_');
  }
  override primaryKeyName(table: Table | string) {
    return `${tableName(table)}_identity_is_used_once`;
  }
  override foreignKeyName(table: Table | string, columns: string[]) {
    return `${tableName(table)}_${columns.join('_and_')}_must_exist`;
  }
  override indexName(table: Table | string, columns: string[]) {
    return `${tableName(table)}_by_${columns.join('_and_')}`;
  }
}
