/**
 * The name that is being looked for. It survives a reload and going back, and stands in no address: an address goes
 * into histories and is passed on, and a name that somebody looks for must not.
 */
const KEY = 'sanad.query';

export function rememberedQuery(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberQuery(query: string): void {
  try {
    sessionStorage.setItem(KEY, query);
  } catch {
    // without storage the name lasts as long as the page
  }
}
