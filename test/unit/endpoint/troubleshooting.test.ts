import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeError } from '../../../src/core/endpoint/describe';
import { EndpointError, type EndpointErrorDetails } from '../../../src/core/endpoint/errors';
import { Refusal } from '../../../src/core/privacy/refusal';

const host = 'HOST';
const failure = (
  reason: EndpointError['reason'],
  details: Partial<EndpointErrorDetails> = {},
): EndpointError => new EndpointError(reason, { host, ...details });

/** Those that only a browser has. */
const ofBrowser = [
  failure('network', { code: 'BROWSER_HTTP' }),
  failure('network', { code: 'BROWSER_CORS', page: 'PAGE' }),
  failure('network', { code: 'BROWSER_NETWORK' }),
  failure('network', { code: 'BROWSER_LOCAL' }),
  failure('badResponse', { code: 'BROWSER_REDIRECT' }),
];

/** One of each message that a failure can bring, with the placeholders of the page. */
const failures = [
  failure('auth'),
  failure('auth', { status: 407 }),
  failure('notFound'),
  failure('overloaded'),
  failure('loading'),
  failure('contextTooLong'),
  failure('network'),
  failure('network', { code: 'ECONNREFUSED' }),
  failure('timeout'),
  failure('badResponse'),
  failure('badResponse', { status: 502 }),
  failure('badResponse', { movedTo: 'OTHER' }),
  failure('tls', { code: 'CODE' }),
  failure('tls', { code: 'CA_FILE' }),
  failure('tls', { code: 'CLIENT_CERTIFICATE' }),
  failure('tls', { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
  failure('tls', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }),
  failure('tls', { code: 'CERT_HAS_EXPIRED' }),
  failure('tls', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
  new Refusal('noConsent', host),
  new Refusal('denied', host),
  new Refusal('hostNotAllowed', host),
];

describe('the table of messages in docs/endpoints.md', () => {
  const page = readFileSync('docs/endpoints.md', 'utf8');
  const table = page.slice(page.indexOf('## Troubleshooting by message'));
  const rows = [...table.matchAll(/^\| (.*?) +\|/gm)].map(([, message]) => message);

  for (const one of failures) {
    const { message } = describeError(one);
    it(`has: ${message}`, () => {
      assert.ok(rows.includes(message), message);
    });
  }
});

describe('the table of docs/web.md', () => {
  const page = readFileSync('docs/web.md', 'utf8');

  for (const one of ofBrowser) {
    const { message } = describeError(one);
    it(`has: ${message}`, () => {
      assert.ok(page.includes(`| ${message} `), message);
    });
  }
});
