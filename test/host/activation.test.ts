import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { connections } from '../support/connections';
import { extension, readLog } from '../support/extension';

// The settings that this VS Code starts with name an endpoint (tools/test/hostTier.mjs): there is a server to ask.
describe('activation', () => {
  it('@quick touches no network, although an endpoint is set', async () => {
    await extension().activate();
    assert.ok(extension().isActive);
    assert.deepEqual(connections(), []);
  });

  it('@quick stays off the network while VS Code looks at its models', async () => {
    const models = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    assert.deepEqual(
      models.map((model) => model.name),
      ['model-of-the-settings', 'Aliada'],
    );
    assert.deepEqual(connections(), []);
  });

  it('is written to the log', async () => {
    assert.match(await readLog(), /\[info\] activated version=/);
  });
});
