import { t } from '../text';
import { isNotTls, refusesClient } from './networkError';
import type { EndpointError } from './errors';

/** Names of the settings, as people find them. They are not translated. */
const caFile = 'aliada.network.caFile';
const clientCertificates = 'aliada.network.clientCertificates';

interface TlsDescription {
  readonly message: string;
  readonly remedies: readonly ('openSettings' | 'retry' | 'showLog')[];
}

/** Why a secure connection did not come about, and what to do. Verification is never switched off. */
export function describeTls({ host, code }: EndpointError): TlsDescription {
  if (code === 'CA_FILE') {
    return {
      message: t('The file in {0} cannot be read, or there is no certificate in it.', caFile),
      remedies: ['openSettings', 'retry'],
    };
  }
  if (code === 'CLIENT_CERTIFICATE') {
    return {
      message: t(
        'The client certificate for {0} cannot be used. Check its files and its passphrase in {1}.',
        host,
        clientCertificates,
      ),
      remedies: ['openSettings', 'retry'],
    };
  }
  if (refusesClient(code)) {
    return {
      message: t(
        '{0} asks for a client certificate, or does not accept yours. Name its files in {1}.',
        host,
        clientCertificates,
      ),
      remedies: ['openSettings', 'retry'],
    };
  }
  if (isNotTls(code)) {
    return {
      message: t('{0} does not speak https. Perhaps its address should begin with http://.', host),
      remedies: ['openSettings', 'retry'],
    };
  }
  switch (code) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return {
        message: t(
          'The certificate of {0} is not valid today. Whoever runs the server must renew it; also check the date of this computer.',
          host,
        ),
        remedies: ['retry', 'showLog'],
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return {
        message: t(
          'The certificate that {0} shows belongs to another name. Use the name that stands in the certificate.',
          host,
        ),
        remedies: ['openSettings', 'retry'],
      };
    default:
      return {
        message: t(
          'The certificate of {0} comes from an authority that this computer does not know ({1}). If it is your organisation’s, put the authority’s file into {2}.',
          host,
          code ?? 'TLS',
          caFile,
        ),
        remedies: ['openSettings', 'retry'],
      };
  }
}
