import assert from 'node:assert/strict';
import { isLoopback, parseAddress } from '../../../src/core/endpoint/address';

function base(text: string): string {
  const address = parseAddress(text);
  return typeof address === 'string' ? address : address.base;
}

describe('an endpoint address', () => {
  it('is read however people write it', () => {
    for (const written of [
      'https://alia.example.org',
      'https://alia.example.org/',
      'https://alia.example.org/v1',
      'https://alia.example.org/v1/',
      'https://alia.example.org/v1/chat/completions',
      'https://alia.example.org/v1/completions',
      'https://alia.example.org/v1/models',
      '  alia.example.org  ',
    ]) {
      assert.equal(base(written), 'https://alia.example.org/v1', written);
    }
  });

  it('keeps a path in front of the routes', () => {
    assert.equal(base('http://localhost:12434/engines/v1'), 'http://localhost:12434/engines/v1');
    assert.equal(base('https://gateway.example.org/team/alia'), 'https://gateway.example.org/team/alia/v1');
  });

  it('without a scheme is http on this computer and https elsewhere', () => {
    assert.equal(base('localhost:8080'), 'http://localhost:8080/v1');
    assert.equal(base('127.0.0.1:8080'), 'http://127.0.0.1:8080/v1');
    assert.equal(base('10.0.0.7:8000'), 'https://10.0.0.7:8000/v1');
  });

  it('names origin and host, and the model without white space around it', () => {
    assert.deepEqual(parseAddress('http://localhost:8080/v1', ' alia-40b '), {
      base: 'http://localhost:8080/v1',
      origin: 'http://localhost:8080',
      host: 'localhost:8080',
      model: 'alia-40b',
    });
  });

  it('is refused with a reason where it cannot be used', () => {
    assert.equal(parseAddress(''), 'notAUrl');
    assert.equal(parseAddress('http://'), 'notAUrl');
    assert.equal(parseAddress('ftp://example.org'), 'notHttp');
    assert.equal(parseAddress('file:///etc/passwd'), 'notHttp');
    assert.equal(parseAddress('https://me:secret@example.org'), 'hasCredentials');
  });

  it('counts as this computer only on loopback', () => {
    for (const host of [
      'localhost',
      'localhost:8080',
      '127.0.0.1:1',
      '127.8.0.1',
      '[::1]:8080',
      'aliada.localhost',
    ]) {
      assert.ok(isLoopback(host), host);
    }
    for (const host of [
      'localhost.example.org',
      'other.localhost',
      '10.0.0.1',
      '127.0.0.1.example.org',
      '192.168.1.2:8080',
    ]) {
      assert.ok(!isLoopback(host), host);
    }
  });
});
