// What is searched for is in several languages. cspell:disable
import assert from 'node:assert/strict';
import type { CodeAttachment, TextAttachment } from '../../../src/core/chat/attachment';
import { copiedBy, type Clipboard } from '../../../src/core/chat/attachments/clipboard';
import { describeFit } from '../../../src/core/chat/attachments/describeFit';
import { filesOfDiff } from '../../../src/core/changes/gitDiff';
import { fitAttachments } from '../../../src/core/chat/attachments/fit';
import { bestFiles, describeFolder } from '../../../src/core/chat/attachments/folder';
import { formatProblems, type Problem } from '../../../src/core/chat/attachments/problems';
import { describeUntracked } from '../../../src/core/chat/attachments/untracked';
import { searchFiles } from '../../../src/core/chat/attachments/search';
import { AttachmentTray } from '../../../src/core/chat/composer/tray';
import { viewComposer, type ComposerContent } from '../../../src/core/chat/composer/viewComposer';

const never = new AbortController().signal;

function code(path: string, characters: number): CodeAttachment {
  const text = 'x = 1\n'.repeat(Math.ceil(characters / 6)).slice(0, characters);
  return { kind: 'code', path, languageId: 'python', text, firstLine: 1, lastLine: text.split('\n').length };
}

const terminal: TextAttachment = { kind: 'terminal', name: 'bash', text: 'error', languageId: 'plaintext' };

describe('the room for attachments', () => {
  it('holds small ones whole, and shares the rest among the large', () => {
    const all = [code('large.py', 9_000), code('small.py', 600), code('other.py', 9_000)];
    const { attachments, cut, leftOut } = fitAttachments(all, 6_000);
    assert.equal(attachments[1], all[1]);
    assert.deepEqual(leftOut, []);
    assert.deepEqual(
      cut.map((label) => label.split(':')[0]),
      ['large.py', 'other.py'],
    );
    const [first, , last] = attachments.map(({ text }) => text.length);
    assert.ok(first! > 2_000 && Math.abs(first! - last!) < 20, `${first} ${last}`);
    assert.ok(attachments.reduce((sum, { text }) => sum + text.length + 200, 0) <= 6_000);
  });

  it('leaves out by name what there is no useful room for', () => {
    const all = Array.from({ length: 30 }, (_, index) => code(`f${index}.py`, 400));
    const { attachments, cut, leftOut } = fitAttachments(all, 2_400);
    assert.ok(attachments.length >= 3);
    assert.equal(attachments.length + leftOut.length, 30);
    assert.ok(attachments.every(({ text }) => text.length >= 80));
    assert.ok(leftOut[0]?.startsWith('f'));
    const said = describeFit({ cut, leftOut });
    for (const label of leftOut) assert.ok(said.includes(label));
    assert.deepEqual(fitAttachments(all, -5).attachments, []);
  });

  it('says nothing where all fits', () => {
    const all = [code('a.py', 100), terminal];
    const fitted = fitAttachments(all, 10_000);
    assert.deepEqual(fitted, { attachments: all, cut: [], leftOut: [] });
    assert.equal(describeFit(fitted), '');
  });
});

describe('what the composer shows', () => {
  const content: ComposerContent = {
    language: 'es',
    lang: 'es',
    attached: [],
    pending: [],
    notes: [],
    window: 8_192,
    place: { selected: false, folder: false },
  };

  it('counts what is attached against the context, and says what does not fit', () => {
    const attached = [
      { id: 'a1', attachment: code('large.py', 60_000) },
      { id: 'a2', attachment: terminal },
    ];
    const view = viewComposer({ ...content, attached });
    assert.deepEqual(
      view.attached.map(({ id, state }) => [id, state]),
      [
        ['a1', 'cut'],
        ['a2', undefined],
      ],
    );
    assert.match(view.sum ?? '', /20\.?0\d\d.*8\.?192/);
    assert.ok(view.notes.some((note) => note.includes('large.py')));
    const wide = viewComposer({ ...content, attached, window: 32_768 });
    assert.ok(wide.attached.every(({ state }) => state === undefined));
    assert.deepEqual(wide.notes, []);
  });

  it('offers commands and attachments by the names of the language, and understands the others', () => {
    const [explain] = viewComposer({ ...content, language: 'eu' }).commands;
    assert.equal(explain?.name, '/azaldu');
    assert.deepEqual(explain.words.slice(0, 2), ['azaldu', 'explain']);
    const [selection] = viewComposer(content).sources;
    assert.equal(selection?.name, '#selección');
    assert.equal(selection.words[0], 'seleccion');
  });

  it('shows what is being read, and that it can be stopped', () => {
    const view = viewComposer({ ...content, pending: [{ id: 'r1', label: 'Search' }] });
    assert.equal(view.attached[0]?.state, 'pending');
    assert.match(view.attached[0].removeLabel, /Search/);
    assert.equal(view.sum, undefined);
  });
});

describe('the tray', () => {
  it('holds a thing once, and the newest of what it says', () => {
    const tray = new AttachmentTray();
    tray.add([code('a.py', 50), code('a.py', 50), terminal]);
    assert.equal(tray.entries.length, 2);
    tray.add([{ ...code('a.py', 50), text: code('a.py', 50).text.replaceAll('1', '2') }]);
    assert.equal(tray.entries.length, 2);
    assert.match(tray.attachments[1]!.text, /x = 2/);
    // Two pieces of one terminal are two things.
    tray.add([{ ...terminal, text: 'other' }]);
    assert.equal(tray.entries.length, 3);
    tray.remove(tray.entries[0]!.id);
    assert.equal(tray.entries.length, 2);
    tray.clear();
    assert.deepEqual(tray.attachments, []);
  });
});

describe('problems', () => {
  const problem: Problem = { path: 'a.ts', line: 3, column: 5, severity: 'error', message: 'No such name' };

  it('are told as compilers do, the worst first', () => {
    const text = formatProblems([
      { ...problem, severity: 'warning', message: 'Unused', path: 'b.ts' },
      { ...problem, source: 'ts', code: '2304', text: '  total = 1' },
      { ...problem, severity: 'hint', message: 'Could be const' },
    ]);
    assert.equal(text, 'a.ts:3:5: error ts 2304: No such name\n    total = 1\nb.ts:3:5: warning: Unused');
  });

  it('are hints only where there is nothing else, and never more than a person reads', () => {
    assert.match(formatProblems([{ ...problem, severity: 'hint' }]), /hint: No such name/);
    const many = Array.from({ length: 150 }, (_, line) => ({ ...problem, line: line + 1 }));
    const lines = formatProblems(many).split('\n');
    assert.equal(lines.length, 101);
    assert.equal(lines.at(-1), '… (+50)');
  });
});

describe('a diff', () => {
  const part = (head: string): string => `${head}\nindex 1..2 100644\n`;

  it('is cut into its files, with every path that it names', () => {
    const diff =
      part('diff --git a/src/a.py b/src/a.py') +
      '--- a/src/a.py\n+++ b/src/a.py\n@@ -1 +1 @@\n-x\n+y\n' +
      'diff --git a/old name.py b/new name.py\nsimilarity index 90%\nrename from old name.py\nrename to new name.py\n' +
      'diff --git "a/a\\303\\261o.py" "b/a\\303\\261o.py"\n--- "a/a\\303\\261o.py"\n+++ "b/a\\303\\261o.py"\n@@ -1 +1 @@\n' +
      'diff --git a/key.bin b/key.bin\nBinary files a/key.bin and b/key.bin differ\n';
    const files = filesOfDiff(diff);
    assert.equal(files.map(({ text }) => text).join(''), diff);
    const named = files.map(({ paths }) => paths);
    assert.ok(named[0]?.includes('src/a.py'));
    assert.ok(named[1]?.includes('old name.py') && named[1].includes('new name.py'));
    assert.ok(named[2]?.includes('año.py'));
    assert.ok(named[3]?.includes('key.bin'));
  });

  it('is read with other prefixes and with none, and takes no path out of a changed line', () => {
    const [mnemonic] = filesOfDiff(
      part('diff --git i/.env w/.env') + '--- i/.env\n+++ w/.env\n@@ -1 +1 @@\n',
    );
    assert.ok(mnemonic?.paths.includes('.env'));
    const [bare] = filesOfDiff(part('diff --git a/x.py a/x.py') + '--- a/x.py\n+++ a/x.py\n@@ -1 +1 @@\n');
    assert.ok(bare?.paths.includes('a/x.py') && bare.paths.includes('x.py'), 'both readings');
    const inside = filesOfDiff(
      'diff --git a/x b/x\n@@ -1,2 +1,2 @@\n--- a/other\n+++ b/other\n+diff --git a/y b/y\n',
    );
    assert.equal(inside.length, 1);
    assert.ok(!inside[0]!.paths.includes('other'));
  });
});

describe('what a terminal copies', () => {
  class Board implements Clipboard {
    readonly written: string[] = [];
    constructor(public text: string) {}
    readText = (): Promise<string> => Promise.resolve(this.text);
    writeText = (text: string): Promise<void> => {
      this.written.push(text);
      this.text = text;
      return Promise.resolve();
    };
  }

  it('is read, and the clipboard is as before', async () => {
    const board = new Board('mine');
    const copied = await copiedBy(() => board.writeText('theirs'), board);
    assert.equal(copied, 'theirs');
    assert.equal(board.text, 'mine');
  });

  it('is nothing where nothing is selected, also where the clipboard holds something', async () => {
    const board = new Board('mine');
    assert.equal(await copiedBy(() => Promise.resolve(), board), '');
    assert.equal(board.text, 'mine');
  });

  it('leaves the clipboard as before where copying fails', async () => {
    const board = new Board('mine');
    await assert.rejects(
      copiedBy(() => Promise.reject(new Error('no terminal')), board),
      /no terminal/,
    );
    assert.equal(board.text, 'mine');
  });

  it('does not touch a picture, which reads as no text', async () => {
    const board = new Board('');
    assert.equal(await copiedBy(() => Promise.resolve(), board), '');
    assert.deepEqual(board.written, []);
  });
});

describe('a folder', () => {
  const files = (texts: Readonly<Record<string, string | undefined>>) => {
    const read: string[] = [];
    const list = Object.entries(texts).map(([path, text]) => ({
      path,
      read: () => {
        read.push(path);
        return Promise.resolve(text);
      },
    }));
    return { list, read };
  };

  it('is told by its files, and by the text of those that tell the most', async () => {
    const { list, read } = files({
      'deep/er/x.py': 'x',
      'logo.svg': '<svg/>',
      'main.py': 'print(1)',
      'README.md': '# A project',
      'package-lock.json': '{}',
    });
    const text = await describeFolder(list, 2_000, never);
    assert.ok(text.startsWith('deep/er/x.py\nlogo.svg\nmain.py\npackage-lock.json\nREADME.md\n\n'), text);
    assert.ok(text.includes('=== README.md ===\n# A project\n\n=== main.py ===\nprint(1)'));
    assert.deepEqual(read, ['README.md', 'main.py', 'deep/er/x.py']);
  });

  it('stays within its room, and passes over what is too long or no text', async () => {
    const { list } = files({ 'README.md': 'long '.repeat(500), 'a.py': 'a = 1', 'b.bin': undefined });
    const text = await describeFolder(list, 1_000, never);
    assert.ok(text.length <= 1_000);
    assert.ok(
      text.includes('=== a.py ===') && !text.includes('=== README.md ===') && !text.includes('=== b.bin'),
    );
    const many = files(Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`f${index}.py`, 'x'])));
    const listed = await describeFolder(many.list, 1_000, never);
    assert.ok(listed.length <= 1_050, String(listed.length));
    assert.match(listed, /… \(\+\d+\)/);
  });

  it('puts what is tested before its tests', () => {
    const order = bestFiles([{ path: 'test_sum.py' }, { path: 'sum.py' }, { path: 'sum.test.js' }]);
    assert.equal(order[0]?.path, 'sum.py');
  });

  it('is not read on when nobody wants it any more', async () => {
    const { list } = files({ 'a.py': 'x', 'b.py': 'y' });
    await assert.rejects(describeFolder(list, 2_000, AbortSignal.abort()), { name: 'AbortError' });
  });
});

describe('files that git does not know yet', () => {
  const file = (path: string, text: string | undefined) => ({ path, read: () => Promise.resolve(text) });

  it('come as git would print them, then the others by name', async () => {
    const text = await describeUntracked(
      [
        file('a.py', 'x = 1\ny = 2\n'),
        file('b.bin', undefined),
        file('empty.txt', ''),
        file('yarn.lock', 'x'),
      ],
      2_000,
      never,
    );
    assert.equal(
      text,
      'diff --git a/a.py b/a.py\nnew file mode 100644\n--- /dev/null\n+++ b/a.py\n@@ -0,0 +1,2 @@\n+x = 1\n+y = 2\n' +
        'diff --git a/empty.txt b/empty.txt\nnew file mode 100644\n?? b.bin\n?? yarn.lock\n',
    );
  });

  it('stay within their room', async () => {
    const many = Array.from({ length: 200 }, (_, index) => file(`f${index}.py`, 'total = 0\n'.repeat(9)));
    const text = await describeUntracked(many, 1_000, never);
    assert.ok(text.length <= 1_020, String(text.length));
    assert.ok(text.includes('+total = 0'));
    assert.match(text, /^\?\? … \(\+\d+\)$/m);
    const long = await describeUntracked([file('long.py', 'x'.repeat(2_000))], 1_000, never);
    assert.equal(long, '?? long.py\n');
    assert.match(await describeUntracked(many, 0, never), /\+200/);
  });
});

describe('a search in the workspace', () => {
  const file = (path: string, text: string | undefined) => ({ path, read: () => Promise.resolve(text) });

  it('finds a text whatever its capitals and accents, with its place', async () => {
    const { text, files } = await searchFiles(
      'calculo TOTAL',
      [file('a.py', 'x\n  cálculo total = 1\n'), file('b.py', 'nothing'), file('c.bin', undefined)],
      never,
    );
    assert.equal(text, 'a.py:2: cálculo total = 1');
    assert.equal(files, 1);
  });

  it('puts the file first that brings a name into being', async () => {
    const { text } = await searchFiles(
      'total',
      [
        file('a.py', 'print(total)\nprint(total)\nprint(total)'),
        file('sums.py', 'def total(prices):\n    return sum(prices)'),
        file('total.py', 'def total(): pass'),
      ],
      never,
    );
    const order = text.split('\n').map((line) => line.split(':')[0]);
    assert.deepEqual([...new Set(order)], ['total.py', '', 'sums.py', 'a.py']);
  });

  it('finds lines with most of several words where none has all of them in a row', async () => {
    const { text } = await searchFiles(
      'precio por categoria',
      [file('a.py', 'categoria = precio[0]'), file('b.py', 'por')],
      never,
    );
    assert.match(text, /^a\.py:1/);
    assert.ok(!text.includes('b.py'));
  });

  it('is bounded in lines and in their length, and can be ended', async () => {
    const long = `needle ${'x'.repeat(5_000)}\n`.repeat(40);
    const many = Array.from({ length: 60 }, (_, index) => file(`f${index}.txt`, long));
    const { text, files } = await searchFiles('needle', many, never);
    assert.equal(files, 60);
    assert.ok(text.length < 20 * 6 * 220, String(text.length));
    await assert.rejects(searchFiles('needle', many, AbortSignal.abort()), { name: 'AbortError' });
    assert.equal((await searchFiles('  ', many, never)).text, '');
  });

  it('ends while it reads', async () => {
    const abort = new AbortController();
    let read = 0;
    const slow = Array.from({ length: 100 }, (_, index) => ({
      path: `f${index}`,
      read: () => {
        read += 1;
        if (read === 10) abort.abort();
        return Promise.resolve('needle');
      },
    }));
    await assert.rejects(searchFiles('needle', slow, abort.signal), { name: 'AbortError' });
    assert.ok(read < 30, String(read));
  });
});
