import { InstallError } from './errors';

/** Where llama.cpp publishes its builds. */
export const releasesUrl = 'https://api.github.com/repos/ggml-org/llama.cpp/releases?per_page=10';

/** One release of llama.cpp. */
export function releaseUrl(tag: string): string {
  return `https://api.github.com/repos/ggml-org/llama.cpp/releases/tags/${encodeURIComponent(tag)}`;
}

/** The hub's list of a repository's files. */
export function treeUrl(repository: string): string {
  return `https://huggingface.co/api/models/${repository}/tree/main`;
}

/** A file of a repository on the hub. */
export function fileUrl(repository: string, path: string): string {
  const parts = path.split('/').map(encodeURIComponent);
  return `https://huggingface.co/${repository}/resolve/main/${parts.join('/')}`;
}

/**
 * The same address at a mirror: `https://HOST/PATH` lies at `MIRROR/HOST/PATH`, which is how `wget --mirror` lays
 * files out, so that a plain web server is enough.
 * @param mirror as the setting has it; empty means none.
 * @throws InstallError `badMirror`
 */
export function atMirror(url: string, mirror: string): string {
  const base = readMirror(mirror);
  if (base === undefined) return url;
  const { host, pathname, search } = new URL(url);
  return `${base.origin}${base.pathname.replace(/\/+$/, '')}/${host}${pathname}${search}`;
}

/** @throws InstallError `badMirror` */
export function readMirror(mirror: string): URL | undefined {
  const written = mirror.trim();
  if (written === '') return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === undefined || !isWeb || url.username !== '') throw new InstallError('badMirror', written);
  return url;
}
