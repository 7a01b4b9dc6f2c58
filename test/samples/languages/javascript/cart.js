// remark (what is bought
/* remark (and
   for how much */
export class Cart {
  #lines = new Map();

  add(name, price) {
    const known = this.#lines.get(name) ?? { count: 0, price };
    this.#lines.set(name, { ...known, count: known.count + 1 });
    return this;
  }

  describe() {
    const pattern = /[(/]+'/g;
    return [...this.#lines].map(([name]) => `quoted (${name}`.replace(pattern, 'quoted (')).join("quoted (\"");
  }
}
