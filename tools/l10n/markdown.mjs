const codeSpan = /`[^`\n]+`/g;

/**
 * What a text has of Markdown and of VS Code's own marks, each as often as it stands there: what the English has, every
 * translation has too, in whatever order.
 * @type {Readonly<Record<string, RegExp>>}
 */
const marks = {
  code: codeSpan,
  icon: /\$\([a-z][a-z0-9~-]*\)/g,
  setting: /#aliada\.[\w.]+#/g,
  variable: /\$\{[^}]*\}/g,
  link: /\]\([^)\s]*\)/g,
  address: /(?<!\]\()\bhttps?:\/\/\w[^\s),]*/g,
  strong: /\*\*/g,
  emphasis: /(?<!\*)\*(?!\*)/g,
  'line break': /\n/g,
};

/**
 * @param {string} original
 * @param {string} translation
 * @returns {string[]} what is wrong with the translation, without its place
 */
export function markdownFaults(original, translation) {
  const faults = [];
  for (const [name, mark] of Object.entries(marks)) {
    const [expected, found] = [marksIn(original, mark), marksIn(translation, mark)];
    for (const one of left(expected, found)) faults.push(`has lost the ${name} ${show(one)}`);
    for (const one of left(found, expected))
      faults.push(`has the ${name} ${show(one)}, which the English has not`);
  }
  return faults;
}

/**
 * @param {string} text
 * @param {RegExp} mark
 * @returns {string[]}
 */
function marksIn(text, mark) {
  // What stands in code is code.
  const open = mark === codeSpan ? text : text.replaceAll(codeSpan, '');
  return [...open.matchAll(mark)].map(([found]) => found);
}

/**
 * What is in `all` more often than in `others`.
 * @param {readonly string[]} all
 * @param {readonly string[]} others
 */
function left(all, others) {
  const rest = [...others];
  return all.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** @param {string} mark */
function show(mark) {
  return mark === '\n' ? '\\n' : mark;
}
