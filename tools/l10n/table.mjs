import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Texts by key, each with the place (`file:line`) where it stands, and what was wrong while reading them. A text of the
 * code has the names around each of its calls.
 * @typedef {{ readonly text: string, readonly place: string, readonly within?: string[] }} Entry
 * @typedef {{ readonly file: string, readonly exists: boolean,
 *   readonly entries: ReadonlyMap<string, Entry>, readonly faults: readonly string[] }} Table
 */

/**
 * Reads a flat JSON file of texts. Through TypeScript's parser, which knows the line of each key and does
 * not swallow a key that stands there twice, as JSON.parse does.
 * @param {string} root
 * @param {string} file path from the root
 * @returns {Table}
 */
export function readTable(root, file) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  /** @type {string[]} */
  const faults = [];
  const fullPath = path.join(root, file);
  if (!fs.existsSync(fullPath)) return { file, exists: false, entries, faults };

  const source = ts.parseJsonText(file, fs.readFileSync(fullPath, 'utf8'));
  const object = source.statements[0]?.expression;
  for (const diagnostic of parseErrors(source)) {
    faults.push(`${placeOf(source, diagnostic.start)}: not valid JSON: ${messageOf(diagnostic)}`);
  }
  if (object === undefined || !ts.isObjectLiteralExpression(object)) {
    faults.push(`${file}: not a JSON object`);
    return { file, exists: true, entries, faults };
  }
  for (const property of object.properties) {
    const place = placeOf(source, property.getStart(source));
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name)) {
      faults.push(`${place}: not a pair of strings`);
      continue;
    }
    const key = property.name.text;
    if (!ts.isStringLiteral(property.initializer)) {
      faults.push(`${place}: the value of "${key}" is not a string`);
    } else if (entries.has(key)) {
      faults.push(`${place}: "${key}" stands here a second time`);
    } else {
      entries.set(key, { text: property.initializer.text, place });
    }
  }
  return { file, exists: true, entries, faults };
}

/**
 * `file:line` of a position in a source file, counted from 1.
 * @param {ts.SourceFile} source
 * @param {number} position
 */
export function placeOf(source, position) {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(position).line + 1}`;
}

/**
 * @param {ts.JsonSourceFile} source
 * @returns {readonly ts.DiagnosticWithLocation[]}
 */
function parseErrors(source) {
  // The parser leaves its errors here for the program that would normally hold the file.
  return (
    /** @type {{ parseDiagnostics?: ts.DiagnosticWithLocation[] }} */ (/** @type {unknown} */ (source))
      .parseDiagnostics ?? []
  );
}

/** @param {ts.Diagnostic} diagnostic */
function messageOf(diagnostic) {
  return ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
}
