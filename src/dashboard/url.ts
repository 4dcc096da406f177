/** `url` (path and query) with some of its query replaced; undefined and '' take a parameter out, a list repeats it. */
export function withQuery(url: string, changes: Record<string, string | readonly string[] | undefined>): string {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    parameters.delete(name);
    for (const one of value === undefined ? [] : [value].flat()) if (one !== '') parameters.append(name, one);
  }
  const rest = parameters.toString();
  return rest === '' ? path : `${path}?${rest}`;
}

/** A path of the dashboard, as given; else `fallback`: a link to us must not lead on to somebody else. */
export function ownPath(value: unknown, fallback: string): string {
  return typeof value === 'string' && /^\/dashboard(?:[/?]|$)/.test(value) && !value.includes('\\') ? value : fallback;
}
