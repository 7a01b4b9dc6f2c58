/** What colouring may take of one frame, in milliseconds. */
const budget = 6;

/** Something that can be coloured bit by bit. */
export interface Colourable {
  /** Colours a bit, a few milliseconds' worth at most, and says whether more is left. */
  colourSome(): boolean;
}

const waiting = new Set<Colourable>();
let frame: number | undefined;

/** Has `code` coloured in the coming frames, after what already waits. */
export function colourSoon(code: Colourable): void {
  waiting.add(code);
  frame ??= requestAnimationFrame(run);
}

function run(): void {
  const end = performance.now() + budget;
  for (const code of waiting) {
    while (code.colourSome()) {
      if (performance.now() < end) continue;
      frame = requestAnimationFrame(run);
      return;
    }
    waiting.delete(code);
  }
  frame = undefined;
}
