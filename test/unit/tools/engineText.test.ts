import assert from 'node:assert/strict';
import { TextStream } from '../../../tools/engine/textStream.mjs';

/** A decoder whose tokens are bytes, as those of a letter outside of the vocabulary are. */
const bytes = (tokens: number[]): string => Buffer.from(tokens).toString('utf8');

function streamed(text: string, stops: string[]): { pieces: string[]; stopped: boolean } {
  const stream = new TextStream(stops, bytes);
  const pieces: string[] = [];
  for (const byte of Buffer.from(text)) {
    pieces.push(stream.push(byte));
    if (stream.stopped) break;
  }
  pieces.push(stream.end());
  return { pieces: pieces.filter(Boolean), stopped: stream.stopped };
}

describe('the text of the embedded engine', () => {
  it('comes in whole characters', () => {
    const { pieces } = streamed('çñ👩‍💻·', []);
    assert.equal(pieces.join(''), 'çñ👩‍💻·');
    for (const piece of pieces) assert.doesNotMatch(piece, /\uFFFD/);
  });

  it('ends before a stop string, of which nothing is shown', () => {
    const { pieces, stopped } = streamed('hola FIN adéu', ['FIN']);
    assert.equal(pieces.join(''), 'hola ');
    assert.ok(stopped);
  });

  it('shows what only began like a stop string', () => {
    const { pieces, stopped } = streamed('FI de festa FI', ['FIN']);
    assert.equal(pieces.join(''), 'FI de festa FI');
    assert.ok(!stopped);
  });
});
