/**
 * English is the language of names in programming: steps of a pipeline, what packages say of themselves, kinds of values
 * ("Deploy to staging", "list of objects"). Such labels stand in answers in every language, and lack the words that
 * sentences have.
 */
const inSentences =
  /^(?:the|an?|is|are|was|were|be|been|it|its|it's|this|that|these|those|there|which|you|your|i|we|they|he|she|here|here's|if|when|where|what|how|because|so|but|will|would|can|can't|could|should|must|may|might|do|does|don't|doesn't|did|has|have|had|at|let's|just|than|then|as)$/;

/** One word in this many is such a word, at the least; in sentences it is about one in three. */
const oneIn = 6;

/** Whether an English text consists of sentences, and not of labels only. */
export function isRunningEnglish(prose: string): boolean {
  const words =
    prose
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}[\p{L}']*/gu) ?? [];
  return words.filter((word) => inSentences.test(word)).length * oneIn >= words.length;
}
