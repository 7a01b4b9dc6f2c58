import assert from 'node:assert/strict';
import { FollowedProposal } from '../../../src/core/changes/follow';
import { hunksBetween, withHunks } from '../../../src/core/changes/hunks';
import { editOf, type TextEdit } from '../../../src/core/changes/lineEdits';
import { hunkAtLine, lineInResult } from '../../../src/core/changes/proposal';
import { endingLike, unfinished, withPlainLineEnds } from '../../../src/core/changes/streamed';

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', ''].join('\n');
const wanted = ['uno', 'two', 'three', 'four', 'new', 'five', 'seven', ''].join('\n');

/** The edit as an editor makes it. */
function edited(text: string, { from, to, text: put }: TextEdit): string {
  const lines = text.split('\n');
  const at = ({ line, character }: TextEdit['from']): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return text.slice(0, at(from)) + put + text.slice(at(to));
}

describe('hunks between two texts', () => {
  it('name each place that becomes another one', () => {
    assert.deepEqual(hunksBetween(numbers, wanted), [
      { id: 0, start: 0, end: 1, lines: ['uno'] },
      { id: 1, start: 4, end: 4, lines: ['new'] },
      { id: 2, start: 5, end: 6, lines: [] },
    ]);
  });

  for (const [name, before, after] of [
    ['an empty text that is filled', '', 'a\nb\n'],
    ['a text that is emptied', 'a\nb\n', ''],
    ['a final line end that comes', 'a\nb', 'a\nb\n'],
    ['a final line end that goes', 'a\nb\n', 'a\nb'],
    ['a last line without an end', 'a\nb', 'a\nc'],
    ['lines behind a last one without an end', 'a', 'a\nb\nc'],
    ['tabs', '\ta\n\t\tb\n', '\ta\n    b\n'],
    ['the same line again and again', '}\n}\n}\n', '}\n}\n}\n}\n}\n'],
    ['nothing', 'a\n', 'a\n'],
  ] as const) {
    it(`lead from one to the other, by edits of an editor too: ${name}`, () => {
      const hunks = hunksBetween(before, after);
      assert.equal(withHunks(before, hunks), after);
      const byEdits = [...hunks]
        .reverse()
        .reduce<string>((text, hunk) => edited(text, editOf(hunk, before)), before);
      assert.equal(byEdits, after);
    });
  }

  it('are one where two long texts have nothing in common', () => {
    const before = Array.from({ length: 6_000 }, (_, line) => `a${line}`).join('\n');
    const after = Array.from({ length: 6_000 }, (_, line) => `b${line}`).join('\n');
    const hunks = hunksBetween(`same\n${before}\nend`, `same\n${after}\nend`);
    assert.equal(hunks.length, 1);
    assert.equal(hunks[0]?.start, 1);
    assert.equal(withHunks(`same\n${before}\nend`, hunks), `same\n${after}\nend`);
  });
});

describe('a proposal', () => {
  it('is taken in any order, and ends as the whole', () => {
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const followed = new FollowedProposal(numbers, wanted);
      for (const id of order) followed.accept(new Set([id]));
      assert.equal(followed.proposal.text, wanted);
      assert.ok(followed.isOver);
    }
  });

  it('leaves out what is refused', () => {
    const followed = new FollowedProposal(numbers, wanted);
    followed.refuse(new Set([0]));
    assert.equal(followed.result, wanted.replace('uno', 'one'));
    followed.accept(new Set([1, 2]));
    assert.equal(followed.proposal.text, wanted.replace('uno', 'one'));
  });

  it('moves with a change elsewhere', () => {
    const followed = new FollowedProposal(numbers, wanted);
    followed.follow(numbers.replace('two', 'two\nand a half'));
    assert.equal(followed.result, wanted.replace('two', 'two\nand a half'));
    assert.deepEqual(followed.proposal.outdated, []);
  });

  it('stays out of a place that has changed meanwhile, and says so', () => {
    const followed = new FollowedProposal(numbers, wanted);
    followed.follow(numbers.replace('one', 'ONE'));
    assert.deepEqual(
      followed.proposal.outdated.map(({ id }) => id),
      [0],
    );
    assert.equal(followed.result, wanted.replace('uno', 'ONE'));
  });

  it('puts no lines between two of which one has changed', () => {
    const followed = new FollowedProposal('a\nb\nc\n', 'a\nb\nnew\nc\n');
    followed.follow('a\nB\nc\n');
    assert.ok(followed.isOver);
    assert.equal(followed.proposal.outdated.length, 1);
  });

  it('is open again after an undo, and taken again after a redo', () => {
    const followed = new FollowedProposal(numbers, wanted);
    followed.accept(new Set([0]));
    const taken = followed.proposal.text;
    followed.follow(numbers);
    assert.equal(followed.proposal.open.length, 3);
    followed.follow(taken);
    assert.deepEqual(
      followed.proposal.open.map(({ id }) => id),
      [1, 2],
    );
  });

  it('does not bring back by undo what was refused', () => {
    const followed = new FollowedProposal(numbers, wanted);
    followed.accept(new Set([0]));
    followed.refuse(new Set([1]));
    followed.follow(numbers);
    assert.deepEqual(
      followed.proposal.open.map(({ id }) => id),
      [0, 2],
    );
  });

  it('knows which hunk is at a line of what is shown', () => {
    const { proposal } = new FollowedProposal(numbers, wanted);
    assert.deepEqual(
      proposal.open.map((hunk) => lineInResult(proposal, hunk)),
      [0, 4, 6],
    );
    assert.deepEqual(
      [0, 1, 4, 5, 6, 7].map((line) => hunkAtLine(proposal, line)?.id),
      [0, 1, 1, 2, 2, 2],
    );
  });
});

describe('a text that is still being written', () => {
  it('is shown with the lines that it has not reached', () => {
    assert.equal(unfinished('a\nb\nc\n', 'A\nB'), 'A\nB\nc\n');
    assert.equal(unfinished('a\nb\nc\n', 'A\n'), 'A\nb\nc\n');
    assert.equal(unfinished('a\nb', ''), 'a\nb');
    assert.equal(unfinished('a', 'A\nB\nC'), 'A\nB\nC');
  });

  it('has the line ends of its document', () => {
    assert.equal(withPlainLineEnds('a\r\nb\rc\n'), 'a\nb\nc\n');
    assert.equal(endingLike('a\n\n', 'b'), 'a');
    assert.equal(endingLike('a', 'b\n'), 'a\n');
    assert.equal(endingLike('a', ''), 'a\n');
  });
});
