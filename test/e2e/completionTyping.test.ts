import assert from 'node:assert/strict';
import { continuing } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { BASE_MODEL, type ScriptedServer } from '../support/scriptedServer';

const files = {
  'mean.py': [
    '"""Numbers."""',
    '',
    'def mean(xs):',
    '    total = 0',
    '    for x in xs:',
    '        total += x',
    '    return total / len(xs)',
    '',
  ],
  'mean.ts': [
    '/** Numbers. */',
    '',
    'export function mean(xs: number[]): number {',
    '  let total = 0;',
    '  for (const x of xs) {',
    '    total += x;',
    '  }',
    '  return total / xs.length;',
    '}',
    '',
  ],
  'mean.f90': [
    '! Numbers.',
    '',
    'function mean(xs) result(m)',
    '  real, intent(in) :: xs(:)',
    '  real :: m',
    '  integer :: i',
    '  m = 0',
    '  do i = 1, size(xs)',
    '    m = m + xs(i)',
    '  end do',
    '  m = m / size(xs)',
    'end function mean',
    '',
  ],
} as const;

/** Somebody who thinks about every name. In milliseconds. */
const pause = 220;

describe('completion, typed by hand', () => {
  let scene: Scene;

  before(async () => {
    const begun = Object.entries(files).map(([name, lines]) => [name, `${lines[0]}\n\n`]);
    const header = `${files['mean.ts'].slice(0, 3).join('\n')}\n`;
    scene = await Scene.open({
      files: {
        ...(Object.fromEntries(begun) as Record<string, string>),
        'header-light.ts': header,
        'header-dark.ts': header,
      },
      settings,
    });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  for (const [name, lines] of Object.entries(files)) {
    it(`shows at each step what comes next, while ${name} is written`, async () => {
      const { workbench, server } = scene;
      const [comment, , ...rest] = lines;
      const body = rest.join('\n').trimEnd();
      // A model that knows the file: it writes on from where the prompt ends.
      server.script(continuing(lines.join('\n'), { chunkSize: 6, msBefore: 60, msPerChunk: 10 }));
      await workbench.openFile(name);
      await workbench.goToEndOf(3);
      let at = 0;
      /** Waits for ghost text that agrees with what comes; on lines of their own it stands below the cursor's. */
      const see = async (): Promise<string> => {
        const left = body.slice(at).replace(/^\n/, '');
        const agrees = (ghost: string): boolean => ghost !== '' && left.startsWith(ghost);
        return workbench.waitUntil(
          () => workbench.ghostText(),
          agrees,
          `what begins ${JSON.stringify(left)}`,
        );
      };
      const write = async (keys: string): Promise<void> => {
        for (const key of keys) {
          await workbench.type(key, pause);
          at += 1;
          await see();
        }
      };
      const take = async (): Promise<void> => {
        const ghost = await see();
        await workbench.page.keyboard.press('Tab');
        at += ghost.length + (body.charAt(at) === '\n' ? 1 : 0);
      };
      await write(body.slice(0, 6));
      await take();
      while (at < body.length) {
        const [indent, next] = [indentAt(body, at), body.slice(at + 1)];
        if (indentAt(body, at + 1) === indent) {
          await workbench.page.keyboard.press('Enter');
          at += 1 + indent.length;
          await see();
          await write(next.trimStart().slice(0, 3));
        }
        await take();
      }
      await workbench.waitForSaved(name, `${comment}\n\n${body}`);
      assert.ok(server.asked.length <= 8, `${server.asked.length} requests`);
    });
  }

  for (const [theme, name] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
  ] as const) {
    it(`is legible in several lines, ${theme}`, async () => {
      const { workbench, server } = scene;
      await scene.change({ ...settings(scene.server), 'workbench.colorTheme': name });
      await workbench.page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
      const [, , , ...block] = files['mean.ts'];
      server.script(continuing(files['mean.ts'].join('\n'), { chunkSize: 6, msPerChunk: 5 }));
      await workbench.openFile(`header-${theme}.ts`);
      await workbench.goToEndOf(3);
      await workbench.page.keyboard.press('Enter');
      const shown = block.slice(0, -1).join('\n').trimStart();
      await workbench.waitForGhost(shown);
      await workbench.screenshot(`ghost-lines-${theme}`);
    });
  }
});

/** The white space at the start of the line that `at` is on. */
function indentAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^ */.exec(text.slice(start))![0];
}

function settings(server: ScriptedServer): Readonly<Record<string, unknown>> {
  return {
    'aliada.language': 'en',
    'aliada.completion.endpoints': [{ url: server.url, model: BASE_MODEL }],
    '[typescript]': { 'editor.tabSize': 2 },
    'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  };
}
