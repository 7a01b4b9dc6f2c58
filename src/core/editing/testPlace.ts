import { testRules, type TestRules } from './testRules';

/** Looks at files of the workspace. Paths are relative to its folder, with `/`; nothing there is `undefined`. */
export interface Files {
  /** The text of a file, or its beginning where it is long. */
  read(path: string): Promise<string | undefined>;
  /** The names of what is in a folder; `''` is the workspace's own. */
  list(folder: string): Promise<readonly string[] | undefined>;
}

/** Where the tests of a file belong, and what they are written with. */
export interface TestPlace {
  readonly path: string;
  /** True where that file is there already. */
  readonly exists: boolean;
  /** `undefined` where nothing is known of it. */
  readonly framework: string | undefined;
}

/**
 * Finds the tests of a file: those that are there, or the place where the project has its others. Looks at a few files on
 * the way from the code's folder up, never at all of them.
 * @param path of the code.
 */
export async function testPlace(path: string, languageId: string, files: Files): Promise<TestPlace> {
  const code = partsOf(path);
  const rules = testRules(languageId);
  if (rules === undefined) {
    const beside = join(code.folder, `${code.name}_test${code.ext === '' ? '' : `.${code.ext}`}`);
    const exists = (await files.read(beside)) !== undefined;
    return { path: beside, exists, framework: undefined };
  }
  const project = await projectOf(code.folder, rules, files);
  if (rules.inside === true) return { path, exists: true, framework: rules.usual };
  const names = rules.names.map((name) => name.replace('{name}', code.name).replace('{ext}', code.ext));
  const framework = (text: string): string | undefined =>
    rules.frameworks.find(([sign]) => sign.test(text))?.[1];
  const usual = framework(project.manifests) ?? rules.usual;
  for (const folder of foldersFor(code.folder, project.folder, rules)) {
    for (const name of names) {
      const text = await files.read(join(folder, name));
      if (text === undefined) continue;
      return { path: join(folder, name), exists: true, framework: framework(text) ?? usual };
    }
  }
  const { folder, name, text } = await newPlace(code, project.folder, rules, files);
  return { path: join(folder, name), exists: false, framework: framework(text) ?? usual };
}

interface Code {
  readonly folder: string;
  readonly name: string;
  readonly ext: string;
}

function partsOf(path: string): Code {
  const at = path.lastIndexOf('/');
  const file = path.slice(at + 1);
  const dot = file.lastIndexOf('.');
  return {
    folder: at < 0 ? '' : path.slice(0, at),
    name: dot <= 0 ? file : file.slice(0, dot),
    ext: dot <= 0 ? '' : file.slice(dot + 1),
  };
}

/** The nearest folder above the code with a manifest, and what its manifests say; the workspace's where there is none. */
async function projectOf(
  from: string,
  { manifests }: TestRules,
  files: Files,
): Promise<{ readonly folder: string; readonly manifests: string }> {
  for (let folder = from; ; folder = above(folder)) {
    const there = (await files.list(folder)) ?? [];
    const own = manifests.filter((name) => there.includes(name));
    if (own.length > 0) {
      const texts = await Promise.all(own.map((name) => files.read(join(folder, name))));
      return { folder, manifests: own.map((name, index) => `${name}\n${texts[index] ?? ''}`).join('\n') };
    }
    if (folder === '') return { folder: '', manifests: '' };
  }
}

/** The folders in which the tests of a code could be, the likelier first. */
function foldersFor(folder: string, project: string, rules: TestRules): readonly string[] {
  const inside = relative(folder, project);
  const bare =
    rules.sources === undefined ? inside : `${inside}/`.replace(rules.sources, '').replace(/\/$/, '');
  const mirrored = rules.folders.flatMap((tests) => [
    join(project, tests, bare),
    join(project, tests, inside),
    join(project, tests),
  ]);
  const maven = /(^|\/)src\/main\//.test(`${folder}/`)
    ? [folder.replace(/(^|\/)src\/main(?=\/|$)/, '$1src/test')]
    : [];
  return [...new Set([...maven, folder, join(folder, '__tests__'), ...mirrored])];
}

/** Where a test is to be made: beside others of its kind. */
async function newPlace(
  code: Code,
  project: string,
  rules: TestRules,
  files: Files,
): Promise<{ readonly folder: string; readonly name: string; readonly text: string }> {
  const nameIn = (pattern: string): string => pattern.replace('{name}', code.name).replace('{ext}', code.ext);
  const first = rules.names[0] ?? '{name}_test.{ext}';
  let empty: string | undefined;
  for (const folder of foldersFor(code.folder, project, rules)) {
    const there = await files.list(folder);
    if (there === undefined) continue;
    for (const pattern of rules.names) {
      const other = there.find((name) => matches(name, pattern, code.ext));
      if (other === undefined) continue;
      const text = (await files.read(join(folder, other))) ?? '';
      return { folder, name: nameIn(pattern), text };
    }
    if (folder !== code.folder) empty ??= folder;
  }
  const [likeliest] = foldersFor(code.folder, project, rules);
  const isMaven = likeliest !== undefined && likeliest !== code.folder;
  const tests = rules.folders[0];
  const fresh = isMaven
    ? likeliest
    : rules.beside === true || tests === undefined
      ? code.folder
      : join(project, tests);
  return { folder: empty ?? fresh, name: nameIn(first), text: '' };
}

/** Whether a file's name is of a pattern of tests. */
function matches(name: string, pattern: string, ext: string): boolean {
  const [before = '', after = ''] = pattern.replace('{ext}', ext).split('{name}');
  return name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
}

function above(folder: string): string {
  const at = folder.lastIndexOf('/');
  return at < 0 ? '' : folder.slice(0, at);
}

function relative(folder: string, project: string): string {
  return project === '' ? folder : folder.slice(project.length + 1);
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}
