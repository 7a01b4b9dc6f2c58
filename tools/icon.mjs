// Draws media/icon.svg into media/icon.png, the picture that the marketplaces show (256 × 256, transparent
// corners). Run it after a change of the drawing; the picture is committed, so that packaging needs no browser.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

const size = 256;
const svgPath = fileURLToPath(new URL('../media/icon.svg', import.meta.url));
const pngPath = fileURLToPath(new URL('../media/icon.png', import.meta.url));
const largest = 20 * 1024;

const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const style = `<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>`;
  await page.setContent(style + fs.readFileSync(svgPath, 'utf8'));
  const png = await page.screenshot({ omitBackground: true });
  if (png.length > largest)
    throw new Error(`icon.png would be ${png.length} bytes; at most ${largest} are wanted`);
  fs.writeFileSync(pngPath, png);
  console.log(`media/icon.png: ${size} × ${size}, ${png.length} bytes`);
} finally {
  await browser.close();
}
