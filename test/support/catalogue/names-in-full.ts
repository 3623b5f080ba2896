/** Words of PL/pgSQL and of SQL that no search path can change. */
const SYNTAX = new Set(
  `declare begin end if then else or is null return select into from raise exception using coalesce true operator`.split(
    /\s+/,
  ),
);

/** What a body calls or declares by a bare name: functions, types, tables and operators that a search path decides about. */
export function namesNotInFull(body: string): string[] {
  const code = body
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/'[^']*'/g, "''")
    // Neither an operator nor a name: what an error says, and the sign of a number.
    .replaceAll(/\b(errcode|message) = ''/g, '')
    .replaceAll(/, -(?=\d)/g, ', ');
  const declared = [...code.matchAll(/^\s*(\w+)\s+pg_catalog\.\w+/gm)].map(([, name]) => name as string);
  const aliases = [...code.matchAll(/\bfrom \w+\.\w+ (\w+)/g)].map(([, name]) => name as string);
  const known = new Set([...SYNTAX, ...declared, ...aliases]);
  const bare = [...code.matchAll(/(?<![.\w"])([a-z_]\w*|"[^"]+")(?!\s*\.|\w)/g)].map(([, name]) => name as string);
  const operators = code
    .replaceAll(/operator\(pg_catalog\.[^)]*\)/g, '')
    .replaceAll(':=', '')
    .match(/[<>!~|+*/=-]+/g);
  return [...bare.filter((name) => !known.has(name)), ...(operators ?? [])];
}
