import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const bundles = path.join(process.cwd(), 'out', 'browser');

describe('the core in a browser', () => {
  it('is built from every file that is not Node’s', () => {
    for (const name of ['completion/engine.js', 'chat/turn.js', 'endpoint/huggingFace.js']) {
      assert.ok(existsSync(path.join(bundles, name)), name);
    }
  });

  it('asks for nothing that a browser has not', () => {
    const files = readdirSync(bundles, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    for (const file of files) {
      const text = readFileSync(path.join(bundles, file), 'utf8');
      assert.doesNotMatch(text, /from "(node:|vscode)|require\("/, file);
    }
  });
});
