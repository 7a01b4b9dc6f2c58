/**
 * The README as it is packaged. Its pictures and what it leads to in the repository are not in the package: while the
 * manifest names no repository that vsce could have them lead to, pictures go, and words stay without their links.
 *
 * @param {string} text
 * @returns {string}
 */
export function packagedReadme(text) {
  const elsewhere = /^(?!https?:|mailto:|#)/;
  const withoutImages = text
    // A picture that stands alone, with the words in italics below it.
    .replace(/^!\[[^\]]*\]\(([^)\s]*)[^)]*\)\n\n_[^_]+_\n/gm, (all, to) => (elsewhere.test(to) ? '' : all))
    .replace(/<img\b[^>]*\bsrc="([^"]*)"[^>]*>/g, (all, to) => (elsewhere.test(to) ? '' : all))
    .replace(/!\[[^\]]*\]\(([^)\s]*)[^)]*\)/g, (all, to) => (elsewhere.test(to) ? '' : all));
  return withoutImages
    .replace(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, (all, words, to) => (elsewhere.test(to) ? words : all))
    .replace(/\n{3,}/g, '\n\n');
}
