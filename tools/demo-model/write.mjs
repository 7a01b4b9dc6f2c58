/**
 * Writes a program down in a programming language.
 *
 * @typedef {import('./program.mjs').Program} Program
 * @typedef {import('./program.mjs').Step} Step
 *
 * @typedef {object} Doc what the function does
 * @property {string} text
 * @property {'documentation' | 'comment'} as where the language has it, or as a comment above
 *
 * @typedef {object} Writer
 * @property {'python' | 'javascript'} id as VS Code names it
 * @property {'snake' | 'camel'} style of names
 * @property {string} ending of files
 * @property {(program: Program, doc?: Doc) => string[]} lines
 * @property {(value: string) => string} value a constant, as it is written there
 * @property {(op: string) => string} sign of a comparison or a calculation
 * @property {(name: string, values: string[]) => string} call
 */

const signs = { plus: '+', minus: '-', times: '*', greater: '>', less: '<', atLeast: '>=' };

/** @param {string} a @param {Record<string, string>} names */
const constant = (a, names) => names[a] ?? a;

const pythonNames = { nothing: 'None', yes: 'True', no: 'False' };
const pythonSigns = /** @type {Record<string, string>} */ ({ ...signs, equal: '==', different: '!=' });
const scriptNames = { nothing: 'null', yes: 'true', no: 'false' };
const scriptSigns = /** @type {Record<string, string>} */ ({ ...signs, equal: '===', different: '!==' });

/** @type {Writer} */
export const python = {
  id: 'python',
  style: 'snake',
  ending: '.py',
  value: (a) => constant(a, pythonNames),
  sign: (op) => pythonSigns[op] ?? op,
  call: (name, values) => `${name}(${values.join(', ')})`,
  lines({ form, name, method, comment, parameters, fields, steps }, doc) {
    const documented = doc?.as === 'documentation' ? [`"""${doc.text}"""`] : [];
    const commented = doc?.as === 'comment' ? [`# ${doc.text}`] : [];
    if (form === 'function') {
      return [
        ...commented,
        `def ${name}(${parameters.join(', ')}):`,
        ...indented([...documented, ...pythonBlock(steps)]),
      ];
    }
    return [
      ...commented,
      `class ${name}:`,
      ...indented([
        ...documented,
        `def __init__(self, ${fields.join(', ')}):`,
        ...indented(fields.map((field) => `self.${field} = ${field}`)),
        '',
        ...above({ comment }, '#'),
        `def ${method}(self, ${parameters.join(', ')}):`,
        ...indented(pythonBlock(steps)),
      ]),
    ];
  },
};

/** @param {{ comment?: string | undefined }} step @param {string} mark @returns {string[]} */
const above = ({ comment }, mark) => (comment === undefined ? [] : [`${mark} ${comment}`]);

/** @param {readonly string[]} lines @param {number} [width] */
function indented(lines, width = 4) {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(width) + line));
}

/** @param {Step[]} steps @returns {string[]} */
function pythonBlock(steps) {
  return steps.flatMap((step) => [...above(step, '#'), ...pythonStep(step)]);
}

/** @param {Step} step @returns {string[]} */
function pythonStep({ kind, slots, body = [], otherwise }) {
  const { v = '', a = '', b = '', x = '', i = '', k = '', f = '', s = '' } = slots;
  const op = python.sign(slots['op'] ?? '');
  const value = python.value(slots['value'] ?? '');
  const block = () => indented(pythonBlock(body));
  switch (kind) {
    case 'guardEmpty':
      return [`if not ${a}:`, `    return ${value}`];
    case 'raiseEmpty':
      return [`if not ${a}:`, `    raise ValueError("${a}")`];
    case 'guardCompare':
      return [`if ${a} ${op} ${b}:`, `    return ${value}`];
    case 'raiseCompare':
      return [`if ${a} ${op} ${b}:`, `    raise ValueError("${a}")`];
    case 'set':
      return [`${v} = ${python.value(x)}`];
    case 'list':
      return [`${v} = []`];
    case 'record':
      return [`${v} = {}`];
    case 'text':
      return [`${v} = ""`];
    case 'first':
      return [`${v} = ${a}[0]`];
    case 'each':
      return [`for ${i} in ${a}:`, ...block()];
    case 'range':
      return [`for ${i} in range(${slots['from'] === '0' ? '' : `${slots['from']}, `}${b}):`, ...block()];
    case 'while':
      return [`while ${a} ${op} ${b}:`, ...block()];
    case 'when':
      return [
        `if ${a} ${op} ${b}:`,
        ...block(),
        ...(otherwise ? ['else:', ...indented(pythonBlock(otherwise))] : []),
      ];
    case 'add':
    case 'append':
      return [`${v} += ${x}`];
    case 'subtract':
      return [`${v} -= ${x}`];
    case 'multiply':
      return [`${v} *= ${x}`];
    case 'count':
      return [`${v} += 1`];
    case 'push':
      return [`${v}.append(${x})`];
    case 'pushOp':
      return [`${v}.append(${a} ${op} ${b})`];
    case 'countKey':
      return [`${v}[${k}] = ${v}.get(${k}, 0) + 1`];
    case 'setLength':
      return [`${v}[${k}] = len(${k})`];
    case 'setOp':
      return [`${v} = ${a} ${op} ${b}`];
    case 'upper':
    case 'lower':
    case 'strip':
      return [`${v} = ${a}.${kind}()`];
    case 'split':
      return [`${v} = ${a}.split("${s}")`];
    case 'sort':
      return [`${v} = sorted(${a})`];
    case 'call':
      return [`${v} = ${f}(${a})`];
    case 'show':
      return [`print(${a})`];
    case 'give':
      return [`return ${python.value(a)}`];
    case 'giveLength':
      return [`return len(${a})`];
    case 'giveOp':
      return [`return ${a} ${op} ${b}`];
    case 'callSelf':
      return [`return ${a} ${op} ${f}(${a} - ${x})`];
    case 'addField':
      return [`self.${v} += ${x}`];
    case 'subtractField':
      return [`self.${v} -= ${x}`];
    case 'multiplyField':
      return [`self.${v} *= ${x}`];
    case 'giveField':
      return [`return self.${a}`];
    case 'giveFieldOp':
      return [`return self.${a} ${op} ${b}`];
    default:
      throw new Error(`Python does not know the step ${kind}.`);
  }
}

/** @type {Writer} */
export const javascript = {
  id: 'javascript',
  style: 'camel',
  ending: '.js',
  value: (a) => constant(a, scriptNames),
  sign: (op) => scriptSigns[op] ?? op,
  call: (name, values) => `${name}(${values.join(', ')})`,
  lines({ form, name, method, comment, parameters, fields, steps }, doc) {
    const documented =
      doc === undefined ? [] : [doc.as === 'documentation' ? `/** ${doc.text} */` : `// ${doc.text}`];
    if (form === 'function') {
      return [
        ...documented,
        `function ${name}(${parameters.join(', ')}) {`,
        ...indented(scriptBlock(steps), 2),
        '}',
      ];
    }
    return [
      ...documented,
      `class ${name} {`,
      ...indented(
        [
          `constructor(${fields.join(', ')}) {`,
          ...indented(
            fields.map((field) => `this.${field} = ${field};`),
            2,
          ),
          '}',
          '',
          ...above({ comment }, '//'),
          `${method}(${parameters.join(', ')}) {`,
          ...indented(scriptBlock(steps), 2),
          '}',
        ],
        2,
      ),
      '}',
    ];
  },
};

/** @param {Step[]} steps @returns {string[]} */
function scriptBlock(steps) {
  return steps.flatMap((step) => [...above(step, '//'), ...scriptStep(step)]);
}

/** @param {Step} step @returns {string[]} */
function scriptStep({ kind, slots, body = [], otherwise }) {
  const { v = '', a = '', b = '', x = '', i = '', k = '', f = '', s = '' } = slots;
  const op = javascript.sign(slots['op'] ?? '');
  const value = javascript.value(slots['value'] ?? '');
  /** @param {string} head @param {string[]} lines */
  const braces = (head, lines) => [`${head} {`, ...indented(lines, 2), '}'];
  switch (kind) {
    case 'guardEmpty':
      return braces(`if (${a}.length === 0)`, [`return ${value};`]);
    case 'raiseEmpty':
      return braces(`if (${a}.length === 0)`, [`throw new Error("${a}");`]);
    case 'guardCompare':
      return braces(`if (${a} ${op} ${b})`, [`return ${value};`]);
    case 'raiseCompare':
      return braces(`if (${a} ${op} ${b})`, [`throw new Error("${a}");`]);
    case 'set':
      return [`let ${v} = ${javascript.value(x)};`];
    case 'list':
      return [`const ${v} = [];`];
    case 'record':
      return [`const ${v} = {};`];
    case 'text':
      return [`let ${v} = "";`];
    case 'first':
      return [`let ${v} = ${a}[0];`];
    case 'each':
      return braces(`for (const ${i} of ${a})`, scriptBlock(body.map(reassigned)));
    case 'range':
      return braces(`for (let ${i} = ${slots['from']}; ${i} < ${b}; ${i}++)`, scriptBlock(body));
    case 'while':
      return braces(`while (${a} ${op} ${b})`, scriptBlock(body));
    case 'when': {
      const lines = braces(`if (${a} ${op} ${b})`, scriptBlock(body));
      return otherwise ? [...lines.slice(0, -1), ...braces('} else', scriptBlock(otherwise))] : lines;
    }
    case 'assign':
      return [`${v} = ${x};`];
    case 'add':
    case 'append':
      return [`${v} += ${x};`];
    case 'subtract':
      return [`${v} -= ${x};`];
    case 'multiply':
      return [`${v} *= ${x};`];
    case 'count':
      return [`${v} += 1;`];
    case 'push':
      return [`${v}.push(${x});`];
    case 'pushOp':
      return [`${v}.push(${a} ${op} ${b});`];
    case 'countKey':
      return [`${v}[${k}] = (${v}[${k}] ?? 0) + 1;`];
    case 'setLength':
      return [`${v}[${k}] = ${k}.length;`];
    case 'setOp':
      return [`let ${v} = ${a} ${op} ${b};`];
    case 'upper':
      return [`const ${v} = ${a}.toUpperCase();`];
    case 'lower':
      return [`const ${v} = ${a}.toLowerCase();`];
    case 'strip':
      return [`const ${v} = ${a}.trim();`];
    case 'split':
      return [`const ${v} = ${a}.split("${s}");`];
    case 'sort':
      return [`const ${v} = [...${a}].sort();`];
    case 'call':
      return [`let ${v} = ${f}(${a});`];
    case 'show':
      return [`console.log(${a});`];
    case 'give':
      return [`return ${javascript.value(a)};`];
    case 'giveLength':
      return [`return ${a}.length;`];
    case 'giveOp':
      return [`return ${a} ${op} ${b};`];
    case 'callSelf':
      return [`return ${a} ${op} ${f}(${a} - ${x});`];
    case 'addField':
      return [`this.${v} += ${x};`];
    case 'subtractField':
      return [`this.${v} -= ${x};`];
    case 'multiplyField':
      return [`this.${v} *= ${x};`];
    case 'giveField':
      return [`return this.${a};`];
    case 'giveFieldOp':
      return [`return this.${a} ${op} ${b};`];
    default:
      throw new Error(`JavaScript does not know the step ${kind}.`);
  }
}

/** Inside a loop a variable from before it is set again, not declared. @param {Step} step @returns {Step} */
function reassigned(step) {
  const body = step.body?.map(reassigned);
  const kind = step.kind === 'set' ? 'assign' : step.kind;
  return { ...step, kind, ...(body ? { body } : {}) };
}

/** @type {readonly Writer[]} */
export const writers = [python, javascript];
