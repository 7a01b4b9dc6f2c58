import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settingsOf, type ManifestWithSettings } from '../../support/manifestSettings';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as ManifestWithSettings;
const languages = { en: 'Example', es: 'Ejemplo', ca: 'Exemple', gl: 'Exemplo', eu: 'Adibidea' };

function textsOf(language: string): Readonly<Record<string, string>> {
  const file = language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}

describe('the settings', () => {
  it('stand in groups with a title, one order in each and none beside them', () => {
    const { configuration } = manifest.contributes;
    assert.deepEqual(
      configuration.map(({ order }) => order),
      configuration.map((_, at) => at + 1),
    );
    for (const { id, title, properties } of configuration) {
      assert.match(id, /^aliada\.\w+$/);
      assert.match(title, /^%config\.group\.\w+%$/);
      const orders = Object.values(properties).map(({ order }) => order);
      assert.deepEqual(
        orders,
        orders.map((_, at) => at + 1),
        id,
      );
    }
  });

  it('have each a scope, a default and a description', () => {
    const scopes = ['application', 'machine', 'machine-overridable', 'window', 'resource'];
    for (const [name, setting] of Object.entries(settingsOf(manifest))) {
      assert.ok(scopes.includes(setting.scope), name);
      assert.notEqual(setting.default, undefined, name);
      assert.match(setting.markdownDescription, /^%config\.[\w.]+%$/, name);
    }
  });

  for (const [language, example] of Object.entries(languages)) {
    it(`show an example where the page does not show the values themselves, ${language}`, () => {
      const texts = textsOf(language);
      for (const [name, setting] of Object.entries(settingsOf(manifest))) {
        if (setting.type === 'boolean' || setting.enum !== undefined) continue;
        const text = texts[setting.markdownDescription.replaceAll('%', '')] ?? '';
        const [, shown = ''] = new RegExp(`${example}: \`(.+)\`$`).exec(text) ?? [];
        assert.notEqual(shown, '', name);
        // What people copy has to be right.
        if (setting.type === 'string') continue;
        const value = JSON.parse(shown) as unknown;
        const kind = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
        assert.equal(kind, setting.type, name);
      }
    });
  }
});
