import { startVscode } from '../support/vscodeHost';
import { Workbench } from '../support/workbench';
describe('the settings page, looked at', () => {
  for (const locale of ['es', 'eu']) {
    it(locale, async () => {
      const host = await startVscode({ settings: {}, files: { 'a.py': '' }, locale } as never);
      const workbench = await Workbench.open(host);
      await workbench.page.keyboard.press('F1');
      await workbench.quickInput.fill('>Aliada: ');
      await workbench.page.locator('.quick-input-widget:visible .monaco-list-row').nth(3).waitFor();
      await workbench.screenshot(`palette-${locale}`);
      await workbench.dismiss();
      await workbench.page.keyboard.press('Control+,');
      const search = workbench.page
        .locator('.settings-editor .suggest-input-container .monaco-editor')
        .first();
      await search.click();
      await workbench.page.keyboard.type('@ext:aliada.aliada', { delay: 10 });
      await workbench.page.locator('.settings-editor .setting-item-title').nth(2).waitFor();
      for (let at = 0; at < 7; at++) {
        await workbench.page.evaluate('new Promise((r) => setTimeout(r, 600))');
        await workbench.screenshot(`settings-${locale}-${at}`);
        await workbench.page.mouse.move(900, 500);
        await workbench.page.mouse.wheel(0, 560);
      }
      await workbench.close();
      await host.stop();
    });
  }
});
