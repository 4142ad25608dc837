/** Without the parts that are undefined, or lists with nothing in them. */
export function filled<T extends object>(parts: T): Partial<T> {
  const entries = Object.entries(parts).filter(
    ([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
