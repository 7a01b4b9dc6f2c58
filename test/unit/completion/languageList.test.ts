import assert from 'node:assert/strict';
import { entryOf, languageList } from '../../../src/core/completion/languageList';

const known = ['python', 'csharp', 'razor', 'nim', 'jsx-tags', 'plaintext', 'nasm', 'code-text-binary'];
const all = { languages: { '*': true } };

describe('the list of languages', () => {
  it('has the 92 first, then what else the editor knows', () => {
    const list = languageList(known, all, 'en');
    assert.equal(list.filter(({ trained }) => trained).length, 92);
    assert.deepEqual(
      list.slice(92).map(({ name, trained, state }) => [name, trained, state]),
      [
        ['Nim', false, 'on'],
        ['TXT', false, 'on'],
      ],
    );
  });

  it('says what is on, off, and on in part', () => {
    const languages = { '*': true, python: false, razor: false };
    const list = languageList(known, { languages }, 'en');
    const state = (name: string): string | undefined => list.find((one) => one.name === name)?.state;
    assert.equal(state('Python'), 'off');
    assert.equal(state('C#'), 'partly');
    assert.equal(state('Ada'), 'on');
  });

  it('counts the ids of other extensions that are there', () => {
    const list = languageList(known, all, 'en');
    assert.deepEqual(entryOf(list, 'nasm')?.ids, ['asm-intel-x86-generic', 'nasm']);
    assert.equal(entryOf(list, 'masm'), undefined);
  });

  it('is in the person’s language, in its order', () => {
    const names = languageList([], all, 'es').map(({ name }) => name);
    assert.deepEqual(names, [...names].sort(new Intl.Collator('es').compare));
    assert.ok(names.includes('Ensamblador') && names.includes('Cuaderno de Jupyter: código'));
    assert.ok(languageList([], all, 'eu').some(({ name }) => name === 'Mihiztadura-lengoaia'));
  });
});
