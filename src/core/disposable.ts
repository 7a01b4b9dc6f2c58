/** Something that ends when `dispose` is called. VS Code's own disposables are of this shape. */
export interface Disposable {
  dispose(): void;
}
