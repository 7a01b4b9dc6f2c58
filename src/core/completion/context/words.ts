/** Words of many languages' grammars: two places that share only these have nothing in common. */
const grammar = new Set(
  (
    'and any auto begin bool boolean break case catch char class const continue def default defer del do double ' +
    'elif else elsif end enum except export extends false final finally float fn for foreach from func function ' +
    'global goto if implements import in include instanceof int integer interface intent is let local long match ' +
    'mod module module mut namespace new nil none not null number of only or override package pass private proc ' +
    'protected pub public raise real record require return self short static str string struct sub subroutine ' +
    'super switch then this throw throws trait true try type typeof undefined union unless unsigned until use ' +
    'using val var virtual void when where while with yield async await readonly elseif print println'
  ).split(' '),
);

const identifier = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** Names in a text that say what it is about, in their order; grammar and the shortest names are left out. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(identifier) ?? []).filter((word) => word.length > 2 && !grammar.has(word.toLowerCase()));
}

/** A name and where it begins in its line. */
export interface Word {
  readonly name: string;
  readonly character: number;
}

/** The same with their places; names of one letter too. */
export function wordsAt(line: string): readonly Word[] {
  return [...line.matchAll(identifier)]
    .filter(([name]) => !grammar.has(name.toLowerCase()))
    .map((found) => ({ name: found[0], character: found.index }));
}
