import { InstallError } from './errors';
import type { RemoteFile } from './remoteFile';
import { isSha256 } from './remoteFile';

/** What an archive has to be built for. */
export interface System {
  /** As Node names it: `linux`, `win32`, `darwin`. */
  readonly platform: string;
  /** `x64` or `arm64`. */
  readonly arch: string;
  /** True where the C library is musl, which the official builds do not run on. */
  readonly musl?: boolean;
}

/** An archive of an official release. */
export interface ServerArchive extends RemoteFile {
  /** Such as `b9123`. */
  readonly tag: string;
  /** The newest release, where that one has no build for this system (yet) and an older one is taken. */
  readonly newerWithout?: string;
}

/** How llama.cpp names its builds for the processor alone (`.github/workflows/release.yml` of 2026). */
const systemNames: Readonly<Record<string, string>> = {
  linux: 'ubuntu',
  darwin: 'macos',
  win32: 'win-cpu',
};

/**
 * The archive for this system, of the newest release that has one with a digest. llama.cpp publishes several times a
 * day and fills a release over an hour or so; some builds are left out for a while.
 * @param releases the answer of GitHub's API, newest first.
 * @throws InstallError `noBuild`, `otherSystemLibrary`, `noDigest` or `badAnswer`
 */
export function chooseArchive(releases: unknown, system: System): ServerArchive {
  if (system.musl === true) throw new InstallError('otherSystemLibrary');
  const os = systemNames[system.platform];
  const described = `${system.platform}-${system.arch}`;
  if (os === undefined || !/^(x64|arm64)$/.test(system.arch)) throw new InstallError('noBuild', described);
  if (!Array.isArray(releases)) throw new InstallError('badAnswer', 'api.github.com');
  const wanted = new RegExp(`^llama-[\\w.]+-bin-${os}-${system.arch}\\.(tar\\.gz|zip)$`);
  let newest: string | undefined;
  let undigested: string | undefined;
  for (const release of releases.map(readRelease)) {
    if (release === undefined) continue;
    newest ??= release.tag;
    const assets = release.assets.filter(({ name }) => wanted.test(name));
    const asset = assets.find(({ name }) => name.endsWith('.tar.gz')) ?? assets[0];
    if (asset === undefined) continue;
    const { name, url, size, sha256 } = asset;
    if (sha256 === undefined || size === undefined) {
      undigested ??= name;
      continue;
    }
    // The address comes from the answer; it has to be the one of a release of llama.cpp all the same.
    if (!url.startsWith('https://github.com/ggml-org/llama.cpp/releases/download/')) {
      throw new InstallError('badAnswer', 'api.github.com');
    }
    const older = newest === release.tag ? {} : { newerWithout: newest };
    return { tag: release.tag, name, url, size, sha256, ...older };
  }
  if (undigested !== undefined) throw new InstallError('noDigest', undigested);
  throw new InstallError('noBuild', described);
}

interface Release {
  readonly tag: string;
  readonly assets: readonly {
    readonly name: string;
    readonly url: string;
    readonly size: number | undefined;
    readonly sha256: string | undefined;
  }[];
}

function readRelease(value: unknown): Release | undefined {
  const { tag_name: tag, draft, prerelease, assets } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof tag !== 'string' || draft === true || prerelease === true || !Array.isArray(assets)) {
    return undefined;
  }
  return {
    tag,
    assets: (assets as unknown[]).map((asset) => {
      const { name, browser_download_url, size, digest } = (asset ?? {}) as Readonly<Record<string, unknown>>;
      const [, sum] = /^sha256:(.+)$/.exec(typeof digest === 'string' ? digest : '') ?? [];
      return {
        name: typeof name === 'string' ? name : '',
        url: typeof browser_download_url === 'string' ? browser_download_url : '',
        size: typeof size === 'number' && size > 0 ? size : undefined,
        sha256: isSha256(sum) ? sum : undefined,
      };
    }),
  };
}
