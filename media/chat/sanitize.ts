import DOMPurify from 'dompurify';

/** What Markdown needs and nothing more: no images, no forms, nothing that loads or runs. */
const tags = [
  ...['p', 'br', 'hr', 'h3', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['a', 'strong', 'em', 'b', 'i', 'u', 's', 'del', 'mark', 'kbd', 'sub', 'sup'],
];

/** The classes that our own renderer writes. */
const knownClass = /^(?:language-[\w+#.-]{1,40}|depth-[1-6]|task|math|file)$/;

const purifier = DOMPurify(window);
purifier.addHook('uponSanitizeAttribute', (_node, attribute) => {
  if (attribute.attrName === 'class') attribute.keepAttr = knownClass.test(attribute.attrValue);
});

/**
 * The second wall: whatever the Markdown renderer let through, only these tags and attributes come out.
 * Returned as nodes, not as HTML, so that nothing is parsed a second time (which is how mutation XSS works).
 */
export function sanitize(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'title', 'start', 'align', 'class'],
    // DOMPurify holds every other attribute against the pattern for addresses.
    ADD_URI_SAFE_ATTR: ['start', 'align'],
    ALLOWED_URI_REGEXP: /^https?:\/\//i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
