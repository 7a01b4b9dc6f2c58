import type { EndpointError } from '../endpoint/errors';

/** Why a model could not be installed. */
export type InstallFailure =
  /** The release has no archive for this system; `detail` is the system. */
  | 'noBuild'
  /** A C library that the official archives are not built for (musl, as on Alpine). */
  | 'otherSystemLibrary'
  /** Release or hub name no SHA-256 for the file; `detail` is the file. */
  | 'noDigest'
  /** The hub lists no file of the wanted quantisation; `detail` is the repository. */
  | 'notListed'
  /** Asked too often without an account; `detail` is the host. */
  | 'rateLimited'
  /** Not found, not allowed, or not what was expected; `detail` is the host. */
  | 'badAnswer'
  /** Would have been sent on to where nobody agreed to; `detail` is the host. */
  | 'redirect'
  /** The network, in `endpoint`. */
  | 'network'
  /** What came is not what its SHA-256 says; `detail` is the file. */
  | 'checksum'
  /** Another file than the one that this release of Aliada is held to; `detail` is the file. */
  | 'changed'
  | 'diskFull'
  /** The folder cannot be written to; `detail` is the system's code. */
  | 'notWritable'
  /** The archive cannot be read, or has no llama-server. */
  | 'badArchive'
  /** The archive would write outside its folder. */
  | 'unsafeArchive'
  /** Not a model that llama.cpp reads. */
  | 'badModel'
  /** Another window is installing. */
  | 'elsewhere'
  /** `aliada.downloads.mirror` is not a web address. */
  | 'badMirror'
  | 'aborted';

/** The one error of everything that installing can fail with. */
export class InstallError extends Error {
  constructor(
    readonly reason: InstallFailure,
    /** A name of ours or of a file; never an address with a query, which may hold a signature. */
    readonly detail = '',
    readonly endpoint?: EndpointError,
  ) {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'InstallError';
  }
}
