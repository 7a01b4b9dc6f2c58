/** Names of menus, books and principles: emphasised words, and three and more with capitals, one after the other. */
const emphasised = /(?<![\p{L}\d*_])(\*{1,3}|_{1,3})(?=\S)[^*_\n]{1,80}(?<=\S)\1(?![\p{L}\d*_])/gu;
const titled =
  /\p{Lu}[\p{L}\d'’+-]*(?:[ :,/>–-]+(?:(?:of|the|and|an?|in|to|for|on|with|is|de|del|do|da|dels?|las?|els?|y|e|i|eta) )*\p{Lu}[\p{L}\d'’+-]*){2,}/gu;

/** Letters that a sentence has beside what is emphasised in it; where there are fewer, it is emphasised as a whole. */
const fewestLetters = 10;

/** The text without names, which keep their own language in every other. */
export function withoutNames(text: string): string {
  const untitled = text.replace(titled, ' ');
  const rest = untitled.replace(emphasised, ' ');
  return (rest.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ? untitled : rest;
}
