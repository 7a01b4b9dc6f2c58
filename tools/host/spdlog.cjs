// The part of @vscode/spdlog that VS Code calls, writing at once and without rotation.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  #file;
  #level = 0;
  #plain = false;

  constructor(file) {
    this.#file = file;
    for (const [level, name] of LEVELS.entries()) this[name] = (message) => this.#write(level, message);
  }

  getLevel = () => this.#level;
  setLevel = (level) => (this.#level = level);
  setPattern = () => (this.#plain = false);
  clearFormatters = () => (this.#plain = true);
  flush() {}
  drop() {}

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.#file, this.#plain ? message : `${time} [${LEVELS[level]}] ${message}\n`);
  }
}

exports.version = 1;
exports.setFlushOn = () => {};
exports.createAsyncRotatingLogger = async (_name, file) => {
  mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
};
