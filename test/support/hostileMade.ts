import type { HostileAnswer } from './hostile';

const nested = (open: string, close: string, times: number): string =>
  `${open.repeat(times)}x${close.repeat(times)}`;

/** Hostile answers that are large and say little: made when they are needed, so that no megabytes are kept. */
export function madeHostileAnswers(): HostileAnswer[] {
  const made: Readonly<Record<string, string>> = {
    'one line of 1 MB': 'a'.repeat(1_000_000),
    'one line of 1 MB in words': 'palabra '.repeat(125_000),
    'one line of 1 MB in a fence': `\`\`\`python\n${'x = "a" + '.repeat(100_000)}\n\`\`\`\n`,
    'one line of 1 MB of marks': '*_`['.repeat(250_000),
    'one line of 1 MB of brackets': '['.repeat(1_000_000),
    'one line of 1 MB of backslashes': '\\'.repeat(1_000_000),
    'a list item of 1 MB': `- ${'a '.repeat(500_000)}`,
    '10,000 nested quotes': `${'> '.repeat(10_000)}hondo`,
    '10,000 nested quotes, line by line': Array.from({ length: 300 }, (_, at) => `${'>'.repeat(at)} x`).join(
      '\n',
    ),
    '10,000 nested list items': Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n'),
    '10,000 nested list items on a line': `${'- '.repeat(10_000)}x`,
    '10,000 nested emphasis': nested('*a ', ' a*', 10_000),
    '10,000 nested strong': nested('**a ', ' a**', 10_000),
    '10,000 nested links': nested('[', '](https://ok.example/)', 10_000),
    '10,000 nested images': nested('![', '](https://ok.example/a.png)', 10_000),
    '10,000 backtick runs': Array.from({ length: 1500 }, (_, at) => `${'`'.repeat(at % 200)} a`).join(' '),
    '10,000 entities': '&lt;&#x202e;&#0;&NotEqualTilde;&amp;amp;'.repeat(10_000),
    '10,000 list items': '- uno\n'.repeat(10_000),
    '10,000 numbered items': '1. uno\n'.repeat(10_000),
    '10,000 headings': '# uno\n'.repeat(10_000),
    '10,000 rules': '---\n\n'.repeat(10_000),
    '10,000 links': '[a](https://ok.example/) '.repeat(10_000),
    '10,000 definitions': `${Array.from({ length: 10_000 }, (_, at) => `[a${at}]: https://ok.example/${at}`).join('\n')}\n\n[a1] [a9999]`,
    '2,000 code blocks': '```js\nlet a = 1;\n```\n\n'.repeat(2_000),
    '100,000 lines of code': `\`\`\`js\n${'let a = "x"; // y\n'.repeat(20_000)}`,
    'a table of 5,000 rows': `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(5_000)}`,
    'a table of 2,000 columns': `|${' a |'.repeat(2_000)}\n|${'---|'.repeat(2_000)}\n${`|${' 1 |'.repeat(2_000)}\n`.repeat(20)}`,
    'a table that fills itself': `|${' a |'.repeat(500)}\n|${'---|'.repeat(500)}\n${'| x |\n'.repeat(3_000)}`,
    '10,000 bidi overrides': '\u202Ea\u202C\u2067b\u2069'.repeat(10_000),
    '10,000 zero-width characters': '\u200B\u200D\uFEFF\u2060'.repeat(10_000),
    '10,000 combining marks': `z${'\u0351\u0327'.repeat(10_000)}`,
    '10,000 escapes': '\u001B[31mrojo\u001B[0m\u0007'.repeat(10_000),
    '10,000 NULs': '\0'.repeat(10_000),
    '10,000 formulas left open': '\\( a $ b \\[ '.repeat(10_000),
    '10,000 tags left open': '<b><i><u><s>'.repeat(10_000),
    'addresses without end': `https://ok.example/${'a('.repeat(20_000)}`,
    'addresses that are nearly mail': `${'a@'.repeat(20_000)} ${'mailto:'.repeat(5_000)}`,
    'a link title without end': `[a](https://ok.example "${'\\"'.repeat(20_000)}`,
    'a reference without end': `[${'a\\]'.repeat(20_000)}: x`,
    'angle brackets': '<'.repeat(50_000),
    'autolinks left open': '<https://ok.example/a '.repeat(5_000),
    'comments left open': '<!-- '.repeat(20_000),
    'processing instructions left open': '<? <!X <![CDATA['.repeat(10_000),
    'strings left open in code': `\`\`\`python\n${'"""\n\'\'\'\nf"{'.repeat(3_000)}\n\`\`\``,
    'brackets in code': `\`\`\`js\n${'({['.repeat(300)}\n${`${'((('.repeat(100)}\n`.repeat(300)}\`\`\``,
    'quotes in a shell': `\`\`\`bash\n${'$(`"$('.repeat(100)}\n${'cat <<A <<B\n'.repeat(2_000)}\`\`\``,
    'tags in a page': `\`\`\`html\n${'<a b="'.repeat(150)}\n${'<div><script><!--\n'.repeat(2_000)}\`\`\``,
    'comments nested in ML': `\`\`\`ocaml\n${'(* (* "\n'.repeat(5_000)}\`\`\``,
    'carriage returns': 'a\rb\r\n\r'.repeat(10_000),
    'lone surrogates': `${'\uD83D'.repeat(2_000)} ${'\uDE00'.repeat(2_000)}`,
    tabs: `${'\t'.repeat(5_000)}x\n\n-${'\t'.repeat(2_000)}y`,
  };
  return Object.entries(made).map(([name, text]) => ({ name, text }));
}
