import { zipSync } from 'fflate';

/** A plain file that everybody may read, of a Unix. */
const UNIX = 3;
const MODE = (0o100644 << 16) >>> 0;

/**
 * An archive with nothing in it that differs from one machine to another: entries in the order of their names, one
 * time, one mode, and one compressor, which does not change with Node.
 *
 * @param {Record<string, Uint8Array>} files by name
 * @param {number} epoch seconds since 1970. The time zone must be UTC: a zip has local times
 * @returns {Uint8Array}
 */
export function steadyArchive(files, epoch) {
  const names = Object.keys(files).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, /** @type {Uint8Array} */ (files[name])])), {
    ...{ level: 9, mtime: new Date(epoch * 1000), os: UNIX, attrs: MODE },
  });
}
