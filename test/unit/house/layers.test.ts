import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = process.cwd();

/** What each file of a small house imports, and the rule that forbids it. */
const wrong: Readonly<Record<string, { readonly imports: string; readonly rule: string }>> = {
  'src/core/endpoint/a.ts': { imports: "import 'vscode';", rule: 'core-knows-no-vscode' },
  'src/core/endpoint/b.ts': { imports: "import 'node:fs';", rule: 'core-knows-no-node' },
  'src/core/endpoint/c.ts': { imports: "import './d.node';", rule: 'node-files-stand-behind-an-interface' },
  'src/core/endpoint/e.ts': { imports: "import '../chat/turn';", rule: 'foundations-never-to-rivers' },
  'src/core/text.ts': { imports: "import '../editor/log';", rule: 'core-never-to-editor-or-media' },
  'src/core/chat/f.ts': { imports: "import '../completion/engine';", rule: 'chat-never-to-completion' },
  'src/core/completion/g.ts': { imports: "import '../chat/turn';", rule: 'completion-never-to-chat' },
  'src/editor/h.ts': { imports: "import '../../media/main';", rule: 'editor-never-to-media' },
  'media/main.ts': { imports: "import '../src/core/chat/turn';", rule: 'media-imports-only-types-of-chat' },
  'media/i.ts': { imports: "import type {} from '../src/core/text';", rule: 'media-imports-only-from-chat' },
  'src/core/chat/j.ts': { imports: "import './k';", rule: 'no-circles' },
};

const right: Readonly<Record<string, string>> = {
  'src/core/endpoint/d.node.ts': "import 'node:fs';",
  'src/core/chat/turn.ts': "import type {} from '../endpoint/l';",
  'src/core/chat/k.ts': "import './j';",
  'src/core/endpoint/l.ts': 'export {};',
  'src/core/completion/engine.ts': "import '../endpoint/l';",
  'src/editor/log.ts': "import 'vscode'; import '../core/endpoint/d.node';",
  'media/m.ts': "import type {} from '../src/core/chat/turn';",
};

describe('the layer rules', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'aliada-layers-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      cpSync(path.join(root, file), path.join(folder, file));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const files = {
      ...right,
      ...Object.fromEntries(Object.entries(wrong).map(([name, { imports }]) => [name, imports])),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), `${text}\n`);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('refuse every arrow that runs backwards, and nothing else', function () {
    this.timeout(30_000);
    const found = violations(folder);
    for (const [name, { rule }] of Object.entries(wrong)) {
      assert.ok(
        found.some((violation) => violation.from === name && violation.rule === rule),
        `${name} breaks ${rule}`,
      );
    }
    for (const { from } of found) assert.ok(!(from in right) || from.endsWith('k.ts'), `${from} is right`);
  });

  it('are part of the checks that a build runs', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.match(scripts.check ?? '', /check:layers/);
    assert.match(scripts['check:layers'] ?? '', /src media/);
  });
});

function violations(folder: string): { from: string; rule: string }[] {
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'media'];
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { summary } = JSON.parse(execFileSync(process.execPath, args, options)) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}
