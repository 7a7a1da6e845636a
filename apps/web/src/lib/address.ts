/** A search part with some values changed; null takes one away: `withSearch(page.url.search, { sort: 'name' })`. */
export function withSearch(search: string, changes: Readonly<Record<string, string | null>>): string {
  const values = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) values.delete(name);
    else values.set(name, value);
  }
  return `?${values.toString()}`;
}
