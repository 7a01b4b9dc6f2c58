const opening = '<completion>';
const closing = '</completion>';

/**
 * Reads an answer that the model was made to begin: takes off the white space at the end of the beginning, which
 * was not sent and which the model writes again.
 */
export function chatAnswer(withheld: string): (written: string) => string {
  if (withheld === '') return (written) => written;
  return (written) => {
    if (withheld.startsWith(written)) return '';
    if (written.startsWith(withheld)) return written.slice(withheld.length);
    // It indents in its own way; the cursor stands in an indentation already.
    return written.replace(/^\s+/, '');
  };
}

/** The text between the tags of an answer; all of it where the model left them out. */
export function holeAnswer(written: string): string {
  const start = written.trimStart();
  if (opening.startsWith(start)) return '';
  const body = start.startsWith(opening) ? start.slice(opening.length) : written;
  const end = body.indexOf(closing);
  return end < 0 ? body : body.slice(0, end);
}
