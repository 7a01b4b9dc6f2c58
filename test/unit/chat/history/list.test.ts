// Titles are in Spanish, Galician and Basque. cspell:disable
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { exportMarkdown } from '../../../../src/core/chat/history/exportMarkdown';
import { groupByDay, shortTime } from '../../../../src/core/chat/history/groups';
import { readKeepDays } from '../../../../src/core/chat/history/keepDays';
import { ChatWindow } from '../../../support/chatWindow';
import { MemoryFolder } from '../../../support/historyFiles';
import { settingsOf, type ManifestWithSettings } from '../../../support/manifestSettings';

describe('the list of conversations', () => {
  const now = new Date(2026, 10, 28, 12).getTime();
  const at = (...[month, day, hour = 10]: readonly [number, number, number?]): number =>
    new Date(2026, month - 1, day, hour).getTime();
  const one = (updated: number): { id: string; title: string; created: number; updated: number } => ({
    ...{ id: String(updated), title: '', created: updated, updated },
  });

  it('is grouped by day as people remember it', () => {
    const days = [at(11, 28, 0), at(11, 27, 23), at(11, 27, 0), at(11, 21), at(10, 30), at(9, 2), at(9, 1)];
    const groups = groupByDay(days.map(one), now, 'es');
    assert.deepEqual(
      groups.map(({ label, items }) => [label, items.length]),
      [
        ['Today', 1],
        ['Yesterday', 2],
        ['Last 7 days', 1],
        ['Last 30 days', 1],
        ['Septiembre de 2026', 2],
      ],
    );
    const [month] = groupByDay([one(at(9, 2))], now, 'eu');
    assert.match(month?.label ?? '', /iraila/i);
  });

  it('says the time of today and yesterday, else the date', () => {
    assert.equal(shortTime(at(11, 28, 9), now, 'es'), '9:00');
    assert.equal(shortTime(at(9, 2), now, 'es'), '2 sept');
    assert.match(shortTime(new Date(2024, 1, 3).getTime(), now, 'gl'), /2024/);
  });

  it('is searched in titles and texts, without case and accents, all words anywhere', async () => {
    const window = new ChatWindow(new MemoryFolder().window());
    await window.ask('¿Qué es una caché?', 'Una memoria rápida que guarda lo último.');
    await window.session.newChat();
    await window.ask('Zer da zerrenda bat?', 'Una serie de elementos en la memoria.');
    const find = async (query: string): Promise<readonly (readonly [string, string | undefined])[]> => {
      await window.panel.receive({ action: 'show' });
      await window.panel.receive({ action: 'search', query });
      const { groups, searching } = window.panel.view ?? {};
      assert.equal(searching, false);
      return (
        groups?.flatMap(({ items }) => items.map(({ title, snippet }) => [title, snippet] as const)) ?? []
      );
    };
    assert.deepEqual(await find('CACHE'), [['¿Qué es una caché?', undefined]]);
    const [found] = await find('RAPIDA cache');
    assert.match(found?.[1] ?? '', /memoria rápida/);
    assert.equal((await find('memori')).length, 2);
    assert.deepEqual(await find('caché zerrenda'), []);
    assert.equal((await find('  ')).length, 2);
    assert.deepEqual(window.failures, []);
  });

  it('searched again for the same, shows nothing less on the way', async () => {
    const window = new ChatWindow(new MemoryFolder().window());
    await window.ask('¿Uno?', 'Una caché.');
    await window.panel.receive({ action: 'show' });
    await window.panel.receive({ action: 'search', query: 'cache' });
    const counts: (number | undefined)[] = [];
    window.onPanel = () => counts.push(window.panel.view?.groups.length);
    await window.panel.receive({ action: 'rename', id: window.session.current, title: 'Otro nombre' });
    assert.ok(counts.length > 0 && counts.every((count) => count === 1), counts.join());
  });

  it('keeps what was deleted in its place, to be put back, until it is closed', async () => {
    const window = new ChatWindow(new MemoryFolder().window());
    await window.ask('¿Uno?', 'Uno.');
    const id = window.session.current;
    await window.panel.receive({ action: 'show' });
    await window.panel.receive({ action: 'delete', id });
    const row = (): unknown => window.panel.view?.groups[0]?.items[0];
    assert.deepEqual((row() as { deleted?: boolean }).deleted, true);
    await window.panel.receive({ action: 'undo', id });
    assert.deepEqual((row() as { deleted?: boolean }).deleted, undefined);
    await window.panel.receive({ action: 'delete', id });
    await window.panel.receive({ action: 'hide' });
    await window.panel.receive({ action: 'show' });
    assert.equal(row(), undefined);
  });

  it('is shown a part at a time, and says for how long conversations are kept', async () => {
    const window = new ChatWindow(new MemoryFolder().window());
    for (let index = 0; index < 101; index += 1) {
      await window.ask(`¿${index}?`, 'Sí.');
      await window.session.newChat();
    }
    await window.panel.receive({ action: 'show' });
    const count = (): number => window.panel.view?.groups.flatMap(({ items }) => items).length ?? 0;
    assert.deepEqual([count(), window.panel.view?.more], [100, true]);
    await window.panel.receive({ action: 'more' });
    assert.deepEqual([count(), window.panel.view?.more], [101, false]);
    assert.match(window.panel.view?.note ?? '', /30/);
  });

  it('a conversation that another window has deleted is said to be gone', async () => {
    const folder = new MemoryFolder();
    const [a, b] = [new ChatWindow(folder.window()), new ChatWindow(folder.window())];
    await a.ask('¿Uno?', 'Uno.');
    const id = a.session.current;
    await b.panel.receive({ action: 'show' });
    await a.session.delete(id);
    await b.panel.receive({ action: 'open', id });
    assert.match(b.panel.view?.problem ?? '', /not there any more/);
    assert.deepEqual(b.panel.view?.groups, []);
  });
});

describe('the export of a conversation', () => {
  it('holds what is shown: code, answers, and of each answer its language, author and time', async () => {
    const window = new ChatWindow(new MemoryFolder().window());
    const code = {
      ...{ kind: 'code' as const, path: 'src/a.md', languageId: 'markdown', text: '```\nx\n```' },
      ...{ firstLine: 1, lastLine: 3 },
    };
    await window.answered(window.conversation.ask('¿Qué es?', [code]), 'Primera.');
    await window.answered(window.conversation.regenerate(window.last.id), '```js\nlet a', 'length');
    const text = exportMarkdown('Un\ntítulo', window.conversation.messages, 'es');
    assert.match(text, /^# Un título\n\n.*20\d\d/);
    assert.ok(text.includes('src/a.md:1-3:\n\n````markdown\n```\nx\n```\n````'), text);
    assert.ok(!text.includes('Primera.'), 'versions beside it are not shown');
    assert.match(
      text,
      /```js\nlet a\n```\n\n\*Español · salamandra-7b@fed\.example · .*20\d\d.* · not complete\*\n$/,
    );
  });
});

describe('aliada.history.keepDays', () => {
  it('counts as left out where it is no whole number of days', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as ManifestWithSettings;
    const standard = settingsOf(manifest)['aliada.history.keepDays']?.default;
    for (const wrong of [-1, 1.5, Number.NaN, '30', null, undefined])
      assert.equal(readKeepDays(wrong), standard);
    assert.deepEqual([0, 1, 400].map(readKeepDays), [0, 1, 400]);
  });
});
