/** So many times the same is a loop, not style. */
const times = 4;
/** Most lines of one round. */
const longestRound = 12;
/** Most characters of a round inside a line. */
const longestUnit = 200;
/** Least characters of a round that is no ornament. */
const leastRound = 6;

/**
 * Where a text begins to say the same again and again until its end: after the first round.
 * @returns `undefined` where it does not.
 */
export function loopAt(text: string): number | undefined {
  return loopOfLines(text) ?? loopInLine(text);
}

function loopOfLines(text: string): number | undefined {
  const lines = text.trimEnd().split('\n');
  const count = lines.length;
  for (let round = 1; round <= Math.min(longestRound, Math.floor(count / 2)); round += 1) {
    let same = 0;
    // The last line may be cut off in the middle.
    for (let index = count - 1; index >= round; index -= 1) {
      const earlier = (lines[index - round] ?? '').trimEnd();
      const later = (lines[index] ?? '').trimEnd();
      if (later !== earlier && !(index === count - 1 && earlier.startsWith(later))) break;
      same += 1;
    }
    const first = count - same - round;
    const said = lines.slice(first, first + round).join('\n');
    const isLong = round > 2 && said.replace(/[^\p{L}]/gu, '').length >= 30;
    if (same < (isLong ? round + 1 : round > 1 ? round * (times - 2) : times)) continue;
    if (!isTelling(said, round === 1 ? same + 1 : Math.floor(same / round) + 1)) continue;
    const end = lines.slice(0, first + round).join('\n').length;
    return end;
  }
  return undefined;
}

function isTelling(round: string, rounds: number): boolean {
  const letters = round.replace(/[^\p{L}]/gu, '').length;
  return round.trim().length >= leastRound && letters >= 3 && (letters >= 8 || rounds > 4);
}

function loopInLine(text: string): number | undefined {
  const start = text.lastIndexOf('\n') + 1;
  const line = text.slice(start);
  if (line.length < 60) return undefined;
  for (let round = 4; round <= Math.min(line.length / 4, longestUnit); round += 1) {
    let same = 0;
    for (let at = line.length - 1; at >= round && line.charAt(at) === line.charAt(at - round); at -= 1)
      same += 1;
    if (same < round * 4) continue;
    const unit = line.slice(-round);
    if (unit.replace(/[^\p{L}]/gu, '').length < 4) continue;
    return start + line.length - same;
  }
  return undefined;
}
