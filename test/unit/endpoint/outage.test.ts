import assert from 'node:assert/strict';
import { EndpointError, type EndpointFailure } from '../../../src/core/endpoint/errors';
import { Outages, patienceMs } from '../../../src/core/endpoint/outage';

describe('a notice of an outage', () => {
  let now: number;
  let outages: Outages;
  const fails = (reason: EndpointFailure, host = 'alia.example'): boolean =>
    outages.failed(new EndpointError(reason, { host }), 'silent');

  beforeEach(() => {
    now = 0;
    outages = new Outages(() => now);
  });

  for (const reason of ['auth', 'tls'] as const) {
    it(`${reason}: at once, and once`, () => {
      assert.equal(fails(reason), true);
      now += 10 * patienceMs;
      assert.equal(fails(reason), false);
    });
  }

  for (const reason of ['network', 'timeout', 'badResponse'] as const) {
    it(`${reason}: once it has lasted, and once`, () => {
      assert.equal(fails(reason), false);
      now += patienceMs - 1;
      assert.equal(fails(reason), false);
      now += 1;
      assert.equal(fails(reason), true);
      now += patienceMs;
      assert.equal(fails(reason), false);
    });
  }

  for (const reason of ['loading', 'overloaded', 'aborted', 'contextTooLong', 'notFound'] as const) {
    it(`${reason}: never`, () => {
      for (let count = 0; count < 5; count += 1, now += patienceMs) assert.equal(fails(reason), false);
    });
  }

  it('is not due for what healed itself in between', () => {
    fails('network');
    now += patienceMs - 1;
    outages.succeeded('alia.example');
    now += 1;
    assert.equal(fails('network'), false);
  });

  it('is due again for the next outage', () => {
    assert.equal(fails('auth'), true);
    outages.succeeded('alia.example');
    assert.equal(fails('auth'), true);
  });

  it('is not due where the person has seen the failure, as in the chat', () => {
    assert.equal(outages.failed(new EndpointError('auth', { host: 'alia.example' }), 'shown'), false);
    assert.equal(fails('auth'), false);
  });

  it('counts each server by itself, and begins anew with other settings', () => {
    assert.equal(fails('auth', 'a'), true);
    assert.equal(fails('auth', 'b'), true);
    outages.forget();
    assert.equal(fails('auth', 'a'), true);
  });

  it('comes once more when the server is back but asks for another remedy', () => {
    fails('network');
    now += patienceMs;
    assert.equal(fails('network'), true);
    assert.equal(fails('auth'), true);
  });
});
