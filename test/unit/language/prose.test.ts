import assert from 'node:assert/strict';
import { identify } from '../../../src/core/language/spoken/identify';
import { proseOf } from '../../../src/core/language/spoken/prose';

/** The words that are left. */
function words(markdown: string): string {
  return (proseOf(markdown).match(/[\p{L}']+/gu) ?? []).join(' ');
}

describe('the prose of a Markdown text', () => {
  it('leaves out blocks of code, whatever marks them', () => {
    const fenced = 'Antes.\n```python\nfor item in items:\n    print(item)\n```\nDespois.';
    assert.equal(words(fenced), 'Antes Despois');
    assert.equal(words(fenced.replaceAll('```', '~~~~')), 'Antes Despois');
    assert.equal(words('Abans:\n\n    return total\n    print(total)\n\nDesprés.'), 'Abans Després');
    assert.equal(words('1. Primer:\n   ```js\n   let word = 1;\n   ```\n2. Segon.'), 'Primer Segon');
    assert.equal(words('> Nota:\n> ```\n> some words\n> ```\n> Fin.'), 'Nota Fin');
    assert.equal(words('Ona.\n\n````\n```\ninside\n```\n````\nGero.'), 'Ona Gero');
  });

  it('takes a block or a span that is still open for code', () => {
    assert.equal(words('Mira:\n```python\nfor item in items:'), 'Mira');
    assert.equal(words('Mira:\n~~~\nfor item in items:\n``'), 'Mira');
    assert.equal(words('A variable `total_de_cous'), 'A variable');
    assert.equal(words('Mira:\n``'), 'Mira');
  });

  it('keeps the text after a lone backtick in an earlier line', () => {
    assert.equal(words('El signo ` es raro.\nSe usa poco.'), 'El signo es raro Se usa poco');
  });

  it('keeps what belongs to a list item', () => {
    assert.equal(words('- Primeiro\n\n    segue aquí\n- Segundo'), 'Primeiro segue aquí Segundo');
  });

  it('leaves out code in the line', () => {
    assert.equal(words('Usa `print()` e ``a ` b`` aquí.'), 'Usa e aquí');
    assert.equal(words('Chama a get_user_name, getUserName, obj.method() e main().'), 'Chama a e');
    assert.equal(words('Vexa https://example.org/some/page e www.example.org hoxe.'), 'Vexa e hoxe');
    assert.equal(words('Está en /usr/local/bin, ./src/main.ts e C:\\Users\\me.'), 'Está en e');
    assert.equal(words('Con git_commit --no-verify e -v funciona.'), 'Con e funciona');
    assert.equal(words('Faltan %d de %s en {0} e %1$s, ${name}.'), 'Faltan de en e');
    assert.equal(
      words('<b>Gardar</b> o&nbsp;ficheiro <a href="index.html">agora</a>.'),
      'Gardar o ficheiro agora',
    );
    assert.equal(words('A `MyClass` e HttpRequestHandler son clases.'), 'A e son clases');
  });

  it('keeps prose that looks a little like code', () => {
    assert.equal(words('Entrada/saída, y/o, 3 < 5 y 7 > 2.'), 'Entrada saída y o y');
    assert.equal(words('Elimina el archivo(s) al 100 % de una vez.'), 'Elimina el archivo s al de una vez');
    assert.equal(
      words('**Importante**: _atención_ a [esta páxina](https://example.org).'),
      'Importante atención a esta páxina',
    );
    assert.equal(
      words("Vés-hi, fes-ho, l'objecte i la col·lecció."),
      "Vés hi fes ho l'objecte i la col lecció",
    );
  });

  it('leaves the language of an explanation when it is full of English code', () => {
    const answer = [
      'A función `read_all_lines` abre o ficheiro e devolve as súas liñas.',
      '```python',
      'def read_all_lines(path):',
      '    """Open the file and return all of its lines as a list."""',
      '    with open(path) as handle:',
      '        return handle.readlines()',
      '```',
      'Se o ficheiro non existe, Python lanza `FileNotFoundError: No such file or directory`.',
    ].join('\n');
    assert.equal(identify(proseOf(answer)).language, 'gl');
    for (let end = 30; end <= answer.length; end += 1) {
      const found = identify(proseOf(answer.slice(0, end)));
      if (found.enough && found.confidence > 0.9) assert.equal(found.language, 'gl', answer.slice(0, end));
    }
  });

  it('gives nothing for code alone', () => {
    assert.equal(proseOf('```\nlet a = 1;\n```'), '');
    assert.equal(proseOf(''), '');
  });
});
