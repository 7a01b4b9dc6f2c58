import assert from 'node:assert/strict';
import { readEndpoints } from '../../../src/core/endpoint/settings';

const environment = { ALIA_HOST: 'alia.example.org', EMPTY: undefined };

describe('the list of endpoints in the settings', () => {
  it('keeps the good entries and says what is wrong with the others', () => {
    const { addresses, problems } = readEndpoints(
      [
        { url: 'localhost:8080', model: 'a' },
        {},
        { url: 7 },
        null,
        { url: 'ftp://x' },
        { url: 'https://b.org' },
      ],
      'user',
      environment,
    );
    assert.deepEqual(
      addresses.map(({ host, model }) => [host, model]),
      [
        ['localhost:8080', 'a'],
        ['b.org', undefined],
      ],
    );
    assert.deepEqual(problems, [
      { index: 1, kind: 'noUrl' },
      { index: 2, kind: 'noUrl' },
      { index: 3, kind: 'noUrl' },
      { index: 4, kind: 'notHttp' },
    ]);
  });

  it('may be missing, but must be a list', () => {
    assert.deepEqual(readEndpoints(undefined, 'user', {}), { addresses: [], problems: [] });
    assert.deepEqual(readEndpoints('localhost', 'user', {}).problems, [
      { index: undefined, kind: 'notAList' },
    ]);
  });

  it('expands environment variables in what the person wrote', () => {
    const { addresses } = readEndpoints([{ url: 'https://${env:ALIA_HOST}/v1' }], 'user', environment);
    assert.equal(addresses[0]?.host, 'alia.example.org');
  });

  it('never expands one in what a workspace wrote', () => {
    const { addresses, problems } = readEndpoints(
      [
        { url: 'https://evil.example/${env:ALIA_HOST}' },
        { url: 'http://localhost:1', model: '${env:ALIA_HOST}' },
      ],
      'workspace',
      environment,
    );
    assert.deepEqual(addresses, []);
    assert.deepEqual(problems, [
      { index: 0, kind: 'variableInWorkspace', variable: 'ALIA_HOST' },
      { index: 1, kind: 'variableInWorkspace', variable: 'ALIA_HOST' },
    ]);
  });

  it('names a variable that is not set', () => {
    const { problems } = readEndpoints([{ url: 'https://${env:EMPTY}/v1' }], 'user', environment);
    assert.deepEqual(problems, [{ index: 0, kind: 'unknownVariable', variable: 'EMPTY' }]);
  });
});
