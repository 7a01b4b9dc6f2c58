const entities = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' });

/**
 * The texts of some elements of an HTML or XML page, without the marks inside them.
 *
 * @param {string} page
 * @param {string} elements such as `p|h1`
 * @returns {string[]}
 */
export function textsOfPage(page, elements) {
  return [...page.matchAll(new RegExp(`<(${elements})\\b[^>]*>([^]*?)</\\1>`, 'g'))].map(([, , inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) =>
        String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
      )
      .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole),
  );
}
