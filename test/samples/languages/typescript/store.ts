// remark (keeps things by name
/* remark (in
   memory */
export class Store<T> {
  private readonly items = new Map<string, T>();

  put(name: string, item: T): this {
    if (/^[(']+$/.test(name)) throw new Error(`quoted (${name}`);
    this.items.set(name, item);
    return this;
  }

  get(name: string): T | undefined {
    return this.items.get(name) ?? this.items.get('quoted (') ?? this.items.get("quoted (\"");
  }
}
