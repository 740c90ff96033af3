/** Files that systems put beside others; whether one is there says nothing about the bag. */
const SYSTEM_FILES = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.Spotlight-V100|\.Trashes)$/i;

export const isSystemFile = (path: string): boolean => SYSTEM_FILES.test(path);

/**
 * A path as a manifest writes it (RFC 8493, section 2.1.3) as one below the bag, or `undefined` where it leads out of it or
 * somewhere else on some system: `..`, an absolute path, a drive, a share, a home folder, a variable.
 */
export function pathInBag(written: string, version: string): string | undefined {
  const path = decoded(written, version).replace(/^(\.\/)+/, '');
  const parts = path.split(/[/\\]/);
  const leadsOut =
    path === '' ||
    parts.includes('..') ||
    parts[0] === '' ||
    path.includes('\0') ||
    /^~/.test(path) ||
    /^[A-Za-z]:/.test(path) ||
    /^%[A-Za-z]\w*%/.test(path) ||
    path.startsWith('\\');
  return leadsOut ? undefined : path;
}

/** Since 1.0 a line break and a percent sign are written with a percent sign; before, only the breaks were. */
function decoded(path: string, version: string): string {
  const breaks = path.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
  return version.startsWith('0.') ? breaks : breaks.replace(/%25/g, '%');
}

export const encodedPath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The same for two names that some systems cannot tell apart. */
export const alikeName = (path: string): string => path.normalize('NFC').toLowerCase();
