import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { testSetup } from './testSetup';

/** The most of a picture, from the upper left corner, in pixels of the screen. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Draws a PNG again as WebP, a third of its size. Runs in a page. */
const TO_WEBP = `async (png) => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
}`;

/** Pictures of parts of the screen, kept as small files in a folder of `out/artifacts`. */
export class Pictures {
  private readonly taken = new Map<string, Buffer>();

  constructor(private readonly folder: string) {}

  async take(part: Locator, size: PictureSize, name: string): Promise<void> {
    const box = await part.boundingBox();
    if (box === null) throw new Error(`nothing to see for ${name}`);
    const clip = {
      ...{ x: box.x, y: box.y },
      width: Math.min(box.width, size.width),
      height: Math.min(box.height, size.height),
    };
    this.taken.set(name, await part.page().screenshot({ clip, caret: 'initial' }));
  }

  /** Writes all of them, once nobody minds a page that comes to the front: VS Code closes its lists then. */
  async write(page: Page): Promise<void> {
    if (this.taken.size === 0) return;
    const folder = path.join(testSetup().artifacts, this.folder);
    await mkdir(folder, { recursive: true });
    // In a page of its own: that of VS Code lets nothing be fetched.
    const own = await page.context().newPage();
    for (const [name, png] of this.taken) {
      const written: string = await own.evaluate(`(${TO_WEBP})('${png.toString('base64')}')`);
      await writeFile(path.join(folder, `${name}.webp`), written, 'base64');
    }
    await own.close();
  }
}
