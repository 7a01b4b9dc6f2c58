// cspell:disable
import assert from 'node:assert/strict';
import { readFileLink, readWebLink } from '../../../../src/core/chat/code/links';

describe('links of an answer', () => {
  it('lead to pages whose address is shown as it is sent', () => {
    assert.deepEqual(readWebLink('https://docs.python.org/es/3/'), {
      ...{ address: 'https://docs.python.org/es/3/', host: 'docs.python.org' },
    });
    assert.deepEqual(readWebLink('https://gіthub.com/a'), {
      ...{ address: 'https://xn--gthub-n2e.com/a', host: 'xn--gthub-n2e.com', looksLike: 'gіthub.com' },
    });
  });

  it('lead to no command, file or script, and to no host behind a name', () => {
    for (const address of [
      'command:workbench.action.quit',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vscode://x/y',
      'https://google.com@evil.example/',
      'https://',
      'src/sum.py',
    ]) {
      assert.equal(readWebLink(address), undefined, address);
    }
  });

  it('lead into files below the workspace, to a line', () => {
    assert.deepEqual(readFileLink('src/sum.py'), { parts: ['src', 'sum.py'] });
    assert.deepEqual(readFileLink('./src/sum.py:10:3'), { parts: ['src', 'sum.py'], line: 10 });
    assert.deepEqual(readFileLink('sum.py#L7-L9'), { parts: ['sum.py'], line: 7 });
  });

  it('do not lead out of it', () => {
    for (const path of [
      '/etc/passwd',
      '../x',
      'a/../../x',
      '~/x',
      'a//b',
      '\\\\host\\x',
      'C:\\x',
      '',
      'a\0b',
      'file:x',
    ]) {
      assert.equal(readFileLink(path), undefined, path);
    }
  });
});
