/** Requests a minute that a shared service grants each person, where it says so (PublicAI's documentation: about 20). */
const granted: readonly { readonly host: RegExp; readonly perMinute: number }[] = [
  { host: /(^|\.)publicai\.co(:\d+)?$/, perMinute: 20 },
];

/** Requests a minute that a host grants; `undefined` for as many as one likes. */
export function grantedPerMinute(host: string): number | undefined {
  return granted.find((service) => service.host.test(host))?.perMinute;
}
