import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { placeOf } from './table.mjs';

const folders = ['src', 'media'];
const textModule = 'src/core/text';

/**
 * Collects the texts that the code shows: the first argument of every call of `t` from core/text.
 * @param {string} root
 * @returns {import('./table.mjs').Table}
 */
export function collectTexts(root) {
  /** @type {Map<string, import('./table.mjs').Entry>} */
  const entries = new Map();
  /** @type {string[]} */
  const faults = [];
  for (const file of folders.flatMap((folder) => sourceFiles(root, folder))) {
    const content = fs.readFileSync(path.join(root, file), 'utf8');
    const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
    const names = namesOfT(source, faults);
    if (names.size > 0) visit(source, source, names, entries, faults);
  }
  return { file: folders.join(', '), exists: true, entries, faults };
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths from the root, with slashes on every system, in a stable order
 */
function sourceFiles(root, folder) {
  const start = path.join(root, folder);
  if (!fs.existsSync(start)) return [];
  return fs
    .readdirSync(start, { recursive: true })
    .map((name) => path.posix.join(folder, String(name).split(path.sep).join('/')))
    .filter((name) => /\.(ts|mts|js|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
}

/**
 * The local names under which a file imports `t` from core/text.
 * @param {ts.SourceFile} source
 * @param {string[]} faults
 */
function namesOfT(source, faults) {
  const names = new Set();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !isTextModule(source, statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) {
      faults.push(
        `${placeOf(source, bindings.getStart())}: import t by its name, so that its texts are found`,
      );
    }
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      if ((propertyName ?? name).text === 't') names.add(name.text);
    }
  }
  return names;
}

/**
 * @param {ts.SourceFile} source
 * @param {ts.Expression} specifier
 */
function isTextModule(source, specifier) {
  if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return false;
  const target = path.posix.join(path.posix.dirname(source.fileName), specifier.text);
  return target.replace(/\.(ts|js)$/, '') === textModule;
}

/**
 * @param {ts.SourceFile} source
 * @param {ts.Node} node
 * @param {ReadonlySet<string>} names
 * @param {Map<string, import('./table.mjs').Entry>} entries
 * @param {string[]} faults
 */
function visit(source, node, names, entries, faults) {
  if (ts.isIdentifier(node) && names.has(node.text) && isReference(node)) {
    const place = placeOf(source, node.getStart());
    const call =
      ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : undefined;
    const text = call?.arguments[0];
    if (call === undefined) {
      faults.push(`${place}: ${node.text} is not called here, so its texts cannot be found`);
    } else if (text === undefined || !ts.isStringLiteralLike(text)) {
      faults.push(`${place}: the first argument of ${node.text}() is not a plain string`);
    } else if (text.text.trim() === '') {
      faults.push(`${place}: the text of ${node.text}() is empty`);
    } else if (!entries.has(text.text)) {
      entries.set(text.text, { text: text.text, place, within: [nameAround(call)] });
    } else {
      entries.get(text.text)?.within?.push(nameAround(call));
    }
  }
  ts.forEachChild(node, (child) => visit(source, child, names, entries, faults));
}

/**
 * The nearest name around a text, by which tools/l10n/places.mjs knows where a person sees it: that of the function it
 * is handed to, of the property or variable that it is put into, or of the function that returns it.
 * @param {ts.CallExpression} call
 * @returns {string} `src/editor/commands.ts say`
 */
function nameAround(call) {
  const { fileName } = call.getSourceFile();
  for (let node = /** @type {ts.Node} */ (call); ; node = node.parent) {
    const { parent } = node;
    if (parent === undefined) return `${fileName} `;
    if (ts.isCallExpression(parent) && parent.expression !== node) {
      return `${fileName} ${parent.expression.getText().split('.').at(-1)}`;
    }
    const isNamed =
      ts.isPropertyAssignment(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isMethodDeclaration(parent);
    if (isNamed && parent.name !== undefined) return `${fileName} ${parent.name.getText()}`;
  }
}

/**
 * Whether an identifier called like `t` can be the imported function: not its import, not a member or the
 * key of an object, not a type.
 * @param {ts.Identifier} node
 */
function isReference(node) {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isTypeQueryNode(parent) || ts.isTypeReferenceNode(parent))
    return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent) || ts.isTypeParameterDeclaration(parent)) return false;
  // A name that is declared here (`t: string` in an interface, a parameter `t`) is another one.
  const declared = /** @type {{ name?: ts.Node }} */ (/** @type {unknown} */ (parent)).name;
  return declared !== node || ts.isShorthandPropertyAssignment(parent);
}
