import { t } from '../text';
import { browserAdvice } from './browserDoor';
import type { Finding } from './finding';
import type { EndpointError } from './errors';
import { refusesClient } from './networkError';

/** What a person can do about a finding that is not good. */
export function reportAdvice({ check, seen }: Finding): string {
  if (seen.kind === 'failed') return failureAdvice(seen.error);
  switch (check) {
    case 'tls':
      if (seen.kind === 'noTls') return t('Use https: without it, code and key can be read on the way.');
      return seen.kind === 'chain' && (seen.daysLeft ?? 0) < 0
        ? t('Have the certificate renewed on the server.')
        : seen.kind === 'chain'
          ? t(
              'Have the certificate checked: renewed before it expires, and issued by an authority that this computer knows.',
            )
          : t(
              'Check whether the address should begin with http://, or whether the server asks for a certificate of yours.',
            );
    case 'models':
      return seen.kind === 'encoder'
        ? t('Choose an instruct or a base model: run “Aliada: Set Up Endpoint”.')
        : seen.kind === 'noList'
          ? t('Name the model in the settings.')
          : t('If answers fail, choose one that it lists: run “Aliada: Set Up Endpoint”.');
    case 'context':
      if (seen.kind === 'context' && seen.tokens === undefined) return t('Nothing: Aliada does without.');
      return t('Start the server with at least 8192 tokens of context.');
    case 'completion':
    case 'chat':
      return routeAdvice(check, seen.kind);
    case 'streaming':
      return t('Something on the way keeps the answer back: switch buffering off in the gateway or proxy.');
    case 'prefill':
    case 'tokenCount':
      return t('Nothing: Aliada does without.');
    case 'firstToken':
      return t(
        'For completion choose a smaller model or a faster server; the first request after a start is slow everywhere.',
      );
    case 'speed':
      return t('For completion choose a smaller or more strongly quantised model, or a GPU.');
    case 'spoken-es':
    case 'spoken-ca':
    case 'spoken-gl':
    case 'spoken-eu':
      return t('Aliada asks again by itself; where it happens often, choose another model.');
    default:
      return '';
  }
}

function routeAdvice(check: 'completion' | 'chat', kind: string): string {
  if (kind === 'refused')
    return t('Allow the server when Aliada asks, or look at the allowed hosts in the settings.');
  if (kind === 'noText')
    return t('Ask again; if nothing comes, look at the chat template with which the server runs.');
  return check === 'completion'
    ? t('This server only chats: give completion an endpoint of its own.')
    : t('This server only continues text: give the chat an endpoint of its own.');
}

function failureAdvice(error: EndpointError): string {
  const { reason, code } = error;
  const ofBrowser = browserAdvice(error);
  if (ofBrowser !== undefined) return ofBrowser;
  if (refusesClient(code) || code === 'CLIENT_CERTIFICATE') {
    return t('Name your certificate and its key in the setting {0}.', '`aliada.network.clientCertificates`');
  }
  if (code === 'CA_FILE') return t('Correct the path in the setting {0}.', '`aliada.network.caFile`');
  switch (reason) {
    case 'auth':
      return t('Run “Aliada: Enter API Key”.');
    case 'notFound':
      return t('Check address and model: run “Aliada: Set Up Endpoint”.');
    case 'network':
      return t('Start the server, check the address, and look whether a proxy or firewall stands between.');
    case 'tls':
      return t('Look at the row “Certificate”, and at docs/endpoints.md for private authorities.');
    case 'timeout':
      return t('See whether the server is busy or still loading; then try again.');
    case 'overloaded':
    case 'loading':
      return t('Wait a moment and diagnose again.');
    case 'contextTooLong':
      return t('Start the server with at least 8192 tokens of context.');
    case 'badResponse':
    case 'aborted':
      return t('Look at the server’s own log: it answered something unexpected.');
  }
}
