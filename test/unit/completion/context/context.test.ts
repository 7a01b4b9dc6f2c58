import assert from 'node:assert/strict';
import { CompletionContext } from '../../../../src/core/completion/context/context';
import type { OpenText } from '../../../../src/core/completion/context/openText';
import type { CompletionRequest } from '../../../../src/core/completion/request';

/** Open documents, a clock, and the context over them. */
class Desk {
  now = 0;
  readonly isPrivate = new Set<string>();
  readonly reads = new Map<string, number>();
  texts: OpenText[] = [];
  readonly context = new CompletionContext(
    { open: () => this.texts, mayBeSent: (id) => !this.isPrivate.has(id) },
    () => this.now,
  );

  open(path: string, content: string, languageId = 'python', version = 1): OpenText {
    const lines = content.split('\n');
    const line = (at: number): string => {
      this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
      return lines[at]!;
    };
    const text = { id: `file:///${path}`, path, languageId, version, lineCount: lines.length, line };
    this.texts = [text, ...this.texts.filter(({ id }) => id !== text.id)];
    return text;
  }

  edit(text: OpenText, line: number, added = 0): void {
    this.context.edits.note(text.id, { line, removed: 0, added });
  }

  /** What is done while nobody types. */
  readAll(languageId = 'python'): void {
    this.context.similar.follow(this.context.related(languageId));
    while (this.context.similar.work());
  }

  at(content: string, changes: Partial<CompletionRequest> = {}): CompletionRequest {
    const cursor = content.indexOf('|');
    return {
      document: 'file:///main.py',
      path: 'main.py',
      languageId: 'python',
      prefix: content.slice(0, cursor),
      suffix: content.slice(cursor + 1),
      trigger: 'automatic',
      ...changes,
    };
  }

  paths(request: CompletionRequest, most = 1_500): readonly string[] {
    return this.context.snippets(request, most).map(({ path }) => path);
  }
}

const invoice = [
  'class Invoice:',
  '    def add_line(self, product, quantity, price):',
  '        self.lines.append((product, quantity, price))',
  '        self.total += quantity * price',
  '',
].join('\n');
const numbered = (count: number): string =>
  Array.from({ length: count }, (_, at) => `value_${at} = measure(${at})`).join('\n');
const orders = [
  'def read_orders(connection, customer):',
  '    cursor = connection.cursor()',
  '    cursor.execute(query_orders, customer)',
  '    rows = cursor.fetchall()',
  '    connection.commit()',
  '    return [Order(row) for row in rows]',
].join('\n');
const readInvoices =
  'def read_invoices(connection, customer):\n    cursor = connection.cursor()\n    rows = cursor.fetchall()\n    |';

describe('the context of a completion', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });

  it('is nothing where nothing is at hand', () => {
    assert.deepEqual(desk.context.snippets(desk.at('x = |'), 1_500), []);
  });

  describe('of places edited lately', () => {
    it('has the lines around the place, without their common indentation', () => {
      const text = desk.open('shop/invoice.py', invoice);
      desk.edit(text, 3);
      desk.open('main.py', 'x = 1');
      assert.deepEqual(desk.context.snippets(desk.at('x = |'), 1_500), [
        { path: 'shop/invoice.py', text: invoice.trimEnd() },
      ]);
    });

    it('has one piece of edits that are near each other, and moves with lines that come above', () => {
      const text = desk.open('values.py', numbered(100));
      for (const line of [50, 52, 55]) desk.edit(text, line);
      desk.edit(text, 10, 5);
      const pieces = desk.context.snippets(desk.at('x = |'), 3_000).map((snippet) => snippet.text);
      assert.equal(pieces.length, 2);
      assert.ok(pieces.some((piece) => piece.startsWith('value_52 ') && piece.includes('value_63 ')));
      assert.ok(pieces.some((piece) => piece.startsWith('value_7 ')));
    });

    it('has nothing of a place whose lines were deleted', () => {
      const text = desk.open('values.py', numbered(100));
      desk.edit(text, 50);
      desk.context.edits.note(text.id, { line: 40, removed: 30, added: 0 }, false);
      assert.deepEqual(desk.paths(desk.at('x = |')), []);
    });

    it('has nothing of what a formatter or a checkout changed', () => {
      const text = desk.open('values.py', numbered(100));
      desk.context.edits.note(text.id, { line: 50, removed: 0, added: 0 }, false);
      desk.context.edits.note(text.id, { line: 1, removed: 0, added: 60 });
      assert.deepEqual(desk.paths(desk.at('x = |')), []);
    });

    it('has nothing that the prompt shows anyway', () => {
      const text = desk.open('main.py', invoice);
      desk.edit(text, 3);
      assert.deepEqual(desk.paths(desk.at(`${invoice}x = |`)), []);
    });

    it('has what lies far above in the same file', () => {
      const text = desk.open('main.py', `${invoice}\n${numbered(600)}`);
      desk.edit(text, 2);
      assert.deepEqual(desk.paths(desk.at(`${numbered(600)}\nx = |`)), ['main.py']);
    });

    it('remembers a few places only', () => {
      const text = desk.open('values.py', numbered(3_000));
      for (let line = 0; line < 2_900; line += 20) desk.edit(text, line);
      assert.ok(desk.context.edits.places.length <= 16);
    });
  });

  describe('of windows that are alike', () => {
    it('has the window of an open file that shares most words', () => {
      desk.open('values.py', numbered(200));
      desk.open('orders.py', `${numbered(60)}\n\n\n${orders}\n\n\n${numbered(60)}`);
      desk.readAll();
      const [snippet, ...others] = desk.context.snippets(desk.at(readInvoices), 1_500);
      assert.equal(snippet?.path, 'orders.py');
      assert.ok(snippet.text.includes('cursor.execute(query_orders, customer)'));
      assert.deepEqual(others, []);
    });

    it('is there as soon as the file has been read, and not waited for', () => {
      desk.open('orders.py', orders);
      assert.deepEqual(desk.paths(desk.at(readInvoices)), []);
      desk.readAll();
      desk.now += 1_000;
      assert.deepEqual(desk.paths(desk.at(readInvoices)), ['orders.py']);
    });

    it('costs nothing in huge files, and has nothing of minified ones', () => {
      desk.open('huge.py', `${orders}\n${numbered(50_000)}`);
      desk.open('min.py', orders.replaceAll('\n', ';') + ';x=1'.repeat(500));
      desk.readAll();
      assert.deepEqual(desk.paths(desk.at(readInvoices)), []);
      assert.equal(desk.reads.get('huge.py'), undefined);
    });

    it('reads a file by small steps', () => {
      desk.open('values.py', numbered(5_000));
      desk.context.similar.follow(desk.context.related('python'));
      desk.context.similar.work();
      assert.ok(desk.reads.get('values.py')! <= 200);
    });

    it('reads a file that changes again, but not at every change', () => {
      desk.open('orders.py', numbered(20));
      desk.readAll();
      desk.open('orders.py', orders, 'python', 2);
      desk.readAll();
      assert.deepEqual(desk.paths(desk.at(readInvoices)), []);
      desk.now += 15_000;
      desk.readAll();
      assert.deepEqual(desk.paths(desk.at(readInvoices)), ['orders.py']);
    });
  });

  describe('of definitions', () => {
    const money = { name: 'Money', document: 'file:///money.py', path: 'money.py', text: 'class Money:' };

    it('has those of names that are used near the cursor', () => {
      desk.context.definitions.found('file:///main.py', 'python', 'Money', money);
      assert.deepEqual(desk.paths(desk.at('from money import Money\ntotal = Money(|)')), ['money.py']);
      assert.deepEqual(
        desk.paths(desk.at('from other import Bank\ntotal = Bank(|)', { document: 'file:///b.py' })),
        [],
      );
    });

    it('comes in at the next fresh line where it was found late', () => {
      const text = desk.open('values.py', numbered(30));
      desk.edit(text, 20);
      assert.deepEqual(desk.paths(desk.at('cost = Money(2)\ntotal = |')), ['values.py']);
      desk.context.definitions.found('file:///main.py', 'python', 'Money', money);
      assert.deepEqual(desk.paths(desk.at('cost = Money(2)\ntotal = a|')), ['values.py']);
      assert.deepEqual(desk.paths(desk.at('cost = Money(2)\ntotal = a\n|')), ['values.py', 'money.py']);
    });

    it('is asked for again after a minute only, and in a slow language not for a while', () => {
      const { definitions } = desk.context;
      const names = [{ name: 'Money', line: 0, character: 18 }];
      assert.deepEqual(definitions.due('a', 'python', names), names);
      definitions.found('a', 'python', 'Money', undefined);
      assert.deepEqual(definitions.due('a', 'python', names), []);
      desk.now += 61_000;
      assert.deepEqual(definitions.due('a', 'python', names), names);
      definitions.tooLate('a', 'python', 'Money');
      definitions.tooLate('a', 'python', 'Bank');
      assert.deepEqual(definitions.due('b', 'python', names), []);
      assert.deepEqual(definitions.due('b', 'java', names), names);
      desk.now += 301_000;
      assert.deepEqual(definitions.due('b', 'python', names), names);
    });
  });

  describe('and files that stay here', () => {
    it('has nothing of them, whatever it is', () => {
      const edited = desk.open('secret/edited.py', invoice);
      desk.edit(edited, 3);
      desk.open('secret/orders.py', orders);
      const definition = {
        name: 'Money',
        document: 'file:///secret/money.py',
        path: 'secret/money.py',
        text: 'class Money:',
      };
      desk.context.definitions.found('file:///main.py', 'python', 'customer', definition);
      for (const name of ['edited', 'orders', 'money']) desk.isPrivate.add(`file:///secret/${name}.py`);
      desk.readAll();
      assert.deepEqual(desk.paths(desk.at(readInvoices)), []);
      assert.deepEqual([...desk.reads.keys()], []);
    });

    it('takes back a piece at once when its file becomes one of them', () => {
      const text = desk.open('values.py', numbered(30));
      desk.edit(text, 20);
      assert.deepEqual(desk.paths(desk.at('total = |')), ['values.py']);
      desk.isPrivate.add(text.id);
      assert.deepEqual(desk.paths(desk.at('total = 1|')), []);
    });
  });

  it('has only files of the same language, or of one that belongs to it', () => {
    for (const [path, language] of [
      ['a.ts', 'typescript'],
      ['b.css', 'css'],
      ['c.js', 'javascript'],
    ] as const) {
      desk.edit(desk.open(path, numbered(9).replaceAll('value', language), language), 3);
    }
    const paths = desk.paths(desk.at('x = |', { languageId: 'typescript' }));
    assert.deepEqual([...paths].sort(), ['a.ts', 'c.js']);
  });

  it('fits into what there is room for, and leaves out what says the same', () => {
    for (const name of ['a', 'b', 'c']) {
      desk.edit(desk.open(`${name}.py`, numbered(40).replaceAll('value', name)), 20);
      desk.edit(desk.open(`copy_${name}.py`, numbered(40).replaceAll('value', name)), 20);
    }
    const pieces = desk.context.snippets(desk.at('x = |'), 500);
    const length = pieces.reduce((sum, { path, text }) => sum + path.length + text.length, 0);
    assert.ok(pieces.length > 0 && length <= 500);
    assert.equal(
      new Set(desk.context.snippets(desk.at('x = 1|'), 500).map(({ text }) => text)).size,
      pieces.length,
    );
    assert.equal(desk.paths(desk.at('y = |', { document: 'file:///b.py' }), 5_000).length, 3);
  });

  describe('stays as it is', () => {
    const lines = numbered(30).split('\n');
    /** The text of main.py as far as somebody has typed it. */
    const typed = (count: number, rest = ''): CompletionRequest =>
      desk.at(`${lines.slice(0, count).join('\n')}\n${rest}|`);
    let other: OpenText;
    beforeEach(() => {
      other = desk.open('other.py', invoice);
      desk.edit(other, 3);
    });

    it('while somebody types in one place, though other places would be better by now', () => {
      const before = desk.context.snippets(typed(10), 1_500);
      desk.edit(desk.open('third.py', orders), 2);
      for (let count = 10; count < 14; count += 1) {
        desk.now += 2_000;
        assert.deepEqual(desk.context.snippets(typed(count), 1_500), before);
        assert.deepEqual(desk.context.snippets(typed(count, 'value'), 1_500), before);
      }
    });

    it('until a fresh line after a while, where what was there stays first', () => {
      const before = desk.context.snippets(typed(10), 1_500);
      desk.edit(desk.open('third.py', orders), 2);
      desk.now += 25_000;
      assert.deepEqual(desk.context.snippets(typed(11, 'value'), 1_500), before);
      assert.deepEqual(desk.paths(typed(12)), ['other.py', 'third.py']);
    });

    it('until the cursor stands somewhere else, or in another file', () => {
      desk.context.snippets(typed(10), 1_500);
      desk.edit(desk.open('third.py', orders), 2);
      assert.ok(
        desk.paths(desk.at(`${numbered(300).replaceAll('value', 'far')}\nx = |`)).includes('third.py'),
      );
      desk.edit(desk.open('fourth.py', numbered(9).replaceAll('value', 'fourth')), 2);
      assert.ok(desk.paths(desk.at('x = |', { document: 'file:///b.py' })).includes('fourth.py'));
    });
  });
});
