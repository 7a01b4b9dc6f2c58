/** Where the Chromium of this machine is. Playwright brings none: its download host is often out of reach. */
export function chromiumPath(): string {
  return process.env.CHROMIUM ?? '/usr/bin/chromium';
}
