/** A change of a document, in lines as they were before it. */
export interface Edit {
  /** The line where it begins. */
  readonly line: number;
  /** Line ends that went. */
  readonly removed: number;
  /** Line ends that came. */
  readonly added: number;
}

/** Lines that were edited, the last included. */
export interface EditedPlace {
  readonly document: string;
  readonly first: number;
  readonly last: number;
}

/** Places that are remembered. */
const remembered = 16;
/** Edits with so few lines between them are one place. */
const near = 6;
/** A place that grows beyond so many lines keeps those around the last edit. */
const longest = 16;
/** What changes more lines at once was pasted, formatted or checked out. */
const mostAtOnce = 40;

/** The places where somebody wrote lately, in any document. What a change costs does not grow with the document. */
export class RecentEdits {
  private known: readonly EditedPlace[] = [];

  /** The newest first. */
  get places(): readonly EditedPlace[] {
    return this.known;
  }

  /**
   * Takes note of a change.
   * @param byHand false where nobody typed it: then the places only move with it.
   */
  note(document: string, edit: Edit, byHand = true): void {
    const moved = this.known.flatMap((place) =>
      place.document === document ? shifted(place, edit) : [place],
    );
    if (!byHand || edit.added > mostAtOnce || edit.removed > mostAtOnce) {
      this.known = moved;
      return;
    }
    let place: EditedPlace = { document, first: edit.line, last: edit.line + edit.added };
    const others: EditedPlace[] = [];
    for (const other of moved) {
      if (isNear(place, other)) place = joined(place, other, edit);
      else others.push(other);
    }
    this.known = [place, ...others].slice(0, remembered);
  }

  /** The document is no longer there. */
  forget(document: string): void {
    this.known = this.known.filter((place) => place.document !== document);
  }
}

/** The place after a change; none where all of it was deleted with more around it. */
function shifted(place: EditedPlace, { line, removed, added }: Edit): readonly EditedPlace[] {
  const end = line + removed;
  const delta = added - removed;
  if (end < place.first) return [{ ...place, first: place.first + delta, last: place.last + delta }];
  if (line > place.last || delta === 0) return [place];
  if (line < place.first && end > place.last) return [];
  const first = Math.min(place.first, line);
  const last = end <= place.last ? place.last + delta : line + added;
  return [{ ...place, first, last: Math.max(first, last) }];
}

function isNear(place: EditedPlace, other: EditedPlace): boolean {
  return (
    place.document === other.document && other.first <= place.last + near && other.last >= place.first - near
  );
}

function joined(place: EditedPlace, other: EditedPlace, { line, added }: Edit): EditedPlace {
  const first = Math.min(place.first, other.first);
  const last = Math.max(place.last, other.last);
  if (last - first < longest) return { ...place, first, last };
  const middle = line + added;
  const start = Math.max(first, Math.min(middle - longest / 2, last - longest + 1));
  return { ...place, first: start, last: Math.min(last, start + longest - 1) };
}
