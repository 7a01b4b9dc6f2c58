import { InstallError } from './errors';

/**
 * The parts of an entry's name in an archive, each a plain name below the folder that it is unpacked into.
 * @returns an empty list for that folder itself.
 * @throws InstallError `unsafeArchive` for everything that could lead elsewhere, on any system.
 */
export function safeParts(name: string): readonly string[] {
  if (name.startsWith('/') || name.includes('\\') || name.includes('\0')) throw unsafe(name);
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  for (const part of parts) if (!isPlainName(part)) throw unsafe(name);
  return parts;
}

/**
 * The file beside which a link stands, that it points to. llama.cpp's archives link a library's short name to its
 * full one in the same folder; nothing else is taken.
 * @throws InstallError `unsafeArchive`
 */
export function safeLinkTarget(target: string): string {
  const name = target.replace(/^\.\//, '');
  if (name.includes('/') || name.includes('\\') || !isPlainName(name)) throw unsafe(target);
  return name;
}

const controls = /\p{Cc}/u;

/** Windows gives a colon, some names of devices, and a dot or blank at the end meanings of their own. */
function isPlainName(part: string): boolean {
  return (
    part !== '..' &&
    part !== '' &&
    !/[<>:"|?*]/.test(part) &&
    !controls.test(part) &&
    !/[. ]$/.test(part) &&
    !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part)
  );
}

function unsafe(name: string): InstallError {
  return new InstallError('unsafeArchive', name.slice(0, 80));
}
