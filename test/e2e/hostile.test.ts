import assert from 'node:assert/strict';
import { ChatBench } from '../support/chatPage';
import { HostileBench, hostileFilesIn } from '../support/hostile';
import { madeHostileAnswers } from '../support/hostileMade';

/** Drawn on one page at once. A breach names them all; `npm run bench -- hostile` tells which it is. */
const together = 40;

describe('hostile answers in the chat page', function () {
  this.timeout(120_000);
  let bench: ChatBench;
  let hostile: HostileBench;

  before(async () => {
    bench = await ChatBench.start();
    hostile = new HostileBench(bench);
  });
  after(async () => {
    await hostile.stop();
    await bench.stop();
  });

  it('run, load, reorder and cover nothing, and leave the controls of the page as they are', async () => {
    const answers = hostileFilesIn('test/hostile');
    assert.ok(answers.length >= 150);
    for (let from = 0; from < answers.length; from += together) {
      const { breaches } = await hostile.draw(...answers.slice(from, from + together));
      assert.deepEqual(breaches, []);
    }
  });

  it('do not hang the page by their size', async () => {
    const wanted = /^one line of 1 MB$|MB in a fence|nested quotes$|fills itself|entities/;
    for (const answer of madeHostileAnswers().filter(({ name }) => wanted.test(name))) {
      const { breaches } = await hostile.draw(answer);
      assert.deepEqual(breaches, [], answer.name);
    }
  });
});
