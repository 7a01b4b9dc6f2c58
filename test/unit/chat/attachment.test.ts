import assert from 'node:assert/strict';
import {
  attachmentLabel,
  isSameAttachment,
  renderAttachment,
  type Attachment,
  type CodeAttachment,
  type TextAttachment,
} from '../../../src/core/chat/attachment';
import { cutAttachment } from '../../../src/core/chat/attachments/cut';
import { textKinds } from '../../../src/core/chat/attachments/kinds';
import { readAttachment } from '../../../src/core/chat/attachments/read';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';

const code: CodeAttachment = {
  kind: 'code',
  path: 'src/sum.py',
  languageId: 'python',
  text: 'a = 1\nb = 2\nc = 3',
  firstLine: 3,
  lastLine: 5,
};

const terminal: TextAttachment = {
  kind: 'terminal',
  name: 'bash',
  languageId: 'plaintext',
  text: Array.from({ length: 100 }, (_, index) => `line ${index + 1}`).join('\n'),
};

const prompts = promptsFor('es');

describe('attachments', () => {
  it('are told apart by their labels, whatever their kind', () => {
    const all: Attachment[] = [code, ...textKinds.map((kind) => ({ ...terminal, kind, name: 'src' }))];
    const labels = all.map(attachmentLabel);
    assert.equal(new Set(labels).size, all.length);
    assert.equal(labels[0], 'src/sum.py:3-5');
    assert.equal(attachmentLabel({ ...code, lastLine: 3 }), 'src/sum.py:3');
    for (const label of labels.slice(1)) assert.match(label, /src/);
  });

  it('reach the model with a line that says what they are and their text in a fence', () => {
    const rendered = renderAttachment(
      { ...terminal, kind: 'diff', languageId: 'diff', text: '+a\n' },
      prompts,
    );
    assert.equal(rendered, `${prompts.textAttachments.diff('bash')}\n\`\`\`diff\n+a\n\`\`\``);
  });

  it('cannot leave their line or their fence, whatever they hold', () => {
    const hostile = { ...terminal, kind: 'search', name: 'a`\nb', text: '````\nout\n````' } as const;
    const lines = renderAttachment(hostile, prompts).split('\n');
    assert.equal(lines[0], prompts.textAttachments.search("a' b"));
    assert.equal(lines[1], '`````');
    assert.equal(lines.at(-1), '`````');
  });

  it('can hold more backticks than a call has room for arguments', () => {
    const text = '` '.repeat(300_000);
    assert.match(renderAttachment({ ...terminal, text }, prompts), /\n```\n$|\n```$/);
  });

  it('are the same where they are the same piece with the same text', () => {
    assert.ok(isSameAttachment(code, { ...code }));
    assert.ok(!isSameAttachment(code, { ...code, text: 'other' }));
    assert.ok(!isSameAttachment(code, { ...code, firstLine: 4 }));
    assert.ok(isSameAttachment(terminal, { ...terminal }));
    assert.ok(!isSameAttachment(terminal, { ...terminal, kind: 'text' }));
    assert.ok(!isSameAttachment(terminal, { ...terminal, name: 'zsh' }));
    assert.ok(!isSameAttachment(code, { ...terminal, text: code.text }));
  });

  it('are cut to whole lines, and only where they are too long', () => {
    assert.equal(cutAttachment(code, 1_000), code);
    assert.deepEqual(cutAttachment(code, 200 + 14), { ...code, text: 'a = 1\nb = 2', lastLine: 4 });
    const folder = cutAttachment({ ...terminal, kind: 'folder' }, 200 + 20);
    assert.equal(folder.text, 'line 1\nline 2');
  });

  it('keep the end of what a terminal said', () => {
    assert.equal(cutAttachment(terminal, 200 + 20).text, 'line 99\nline 100');
  });

  it('come back from where they were kept', () => {
    for (const one of [code, terminal]) {
      const kept: unknown = JSON.parse(JSON.stringify(one));
      assert.deepEqual(readAttachment(kept), one);
    }
  });

  it('come back as plain text where they are of a kind that is not known', () => {
    assert.deepEqual(readAttachment({ kind: 'picture', name: 'a.svg', text: '<svg/>', size: 3 }), {
      kind: 'text',
      name: 'a.svg',
      text: '<svg/>',
      languageId: 'plaintext',
    });
    assert.deepEqual(readAttachment({ ...code, firstLine: 'three' }), {
      kind: 'text',
      name: code.path,
      text: code.text,
      languageId: 'python',
    });
    for (const nothing of [undefined, null, 3, 'text', {}, { kind: 'code', text: 3 }]) {
      assert.equal(readAttachment(nothing), undefined);
    }
  });
});
