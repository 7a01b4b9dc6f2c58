import { leading } from './indentation';
import { lineBefore, restOfLine, type Fitted, type Place } from './request';

/** True where the cursor stands between a brace and the one that closes it, as an editor leaves it: `f() {|}`. */
export function isBetweenBraces(place: Place): boolean {
  return /^\s*\}[)\]};,]*\s*$/.test(restOfLine(place)) && /\{\s*$/.test(lineBefore(place));
}

/** A body between two braces stands on lines of its own, and so does the closing brace that is there already. */
export function closedBelow(fitted: Fitted, place: Place): Fitted {
  if (fitted.replaceSuffix > 0 || !/^[ \t]*\n/.test(fitted.text) || !isBetweenBraces(place)) return fitted;
  return { ...fitted, text: `${fitted.text.trimEnd()}\n${leading(lineBefore(place))}` };
}
