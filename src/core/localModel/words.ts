import { summarizeError } from '../endpoint/describe';
import { t } from '../text';
import type { InstallError } from './errors';
import type { RunPlan } from './machine';

const mirrorSetting = 'aliada.downloads.mirror';

/** Why a model could not be installed, and what to do, in the person's language. */
export function describeInstall({ reason, detail, endpoint }: InstallError): string {
  switch (reason) {
    case 'noBuild':
      return t(
        'llama.cpp has no build for this system ({0}) in its latest releases. Install llama-server yourself; once it is on the PATH, Aliada uses it.',
        detail,
      );
    case 'otherSystemLibrary':
      return t(
        'The official builds of llama.cpp do not run on this Linux (musl). Install llama-server from your distribution; once it is on the PATH, Aliada uses it.',
      );
    case 'noDigest':
      return t('There is no checksum for {0}, so it is not downloaded.', detail);
    case 'notListed':
      return t('The file of the model is not in {0} any more.', detail);
    case 'rateLimited':
      return t('{0} answers no more requests from this network for now. Try again in an hour.', detail);
    case 'badAnswer':
      return t('{0} answered something that Aliada does not understand.', detail);
    case 'redirect':
      return t('The download would have gone on to {0} without a secure connection. It was stopped.', detail);
    case 'network':
      return endpoint === undefined
        ? t('The connection to {0} broke off.', detail)
        : summarizeError(endpoint);
    case 'checksum':
      return t(
        'What was downloaded is not {0}: the checksum is another one. It was deleted. Try again; if it happens again, something on the way changes it.',
        detail,
      );
    case 'changed':
      return t(
        '{0} has changed since this version of Aliada was published, so it is not downloaded. A newer version may know it.',
        detail,
      );
    case 'diskFull':
      return t('There is not enough free space on the disk. What has been downloaded so far is kept.');
    case 'notWritable':
      return t('Aliada cannot write into its own folder ({0}).', detail);
    case 'badArchive':
      return t('The archive of llama.cpp cannot be unpacked, or there is no llama-server in it.');
    case 'unsafeArchive':
      return t('The archive wants to write outside its folder ({0}). Nothing of it was kept.', detail);
    case 'badModel':
      return t('{0} is not a model file that llama.cpp can read (GGUF).', detail);
    case 'elsewhere':
      return t('Another window is installing a model right now.');
    case 'badMirror':
      return t('The address in {0} is not a web address.', mirrorSetting);
    case 'aborted':
      return t('Stopped. What has been downloaded so far is kept; the next try goes on from there.');
  }
}

/** How well a model fits this computer. @param lang of the interface, for the figures. */
export function describeFitness({ fit, neededBytes }: RunPlan, lang: string): string {
  const needed = sizeWords(neededBytes, lang);
  switch (fit) {
    case 'fits':
      return t('Fits: needs {0} of memory', needed);
    case 'tight':
      return t('Tight: needs {0} of memory; other programs may become slow', needed);
    case 'tooLarge':
      return t('Too large: needs {0} of memory', needed);
  }
}

/** A size as people read it, in decimal units, as shops and disks count. @param lang of the interface. */
export function sizeWords(bytes: number, lang: string): string {
  const inGiga = bytes >= 1_000_000_000;
  const value = inGiga ? bytes / 1_000_000_000 : Math.max(1, bytes / 1_000_000);
  const maximumFractionDigits = inGiga && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits }).format(value)} ${inGiga ? 'GB' : 'MB'}`;
}
