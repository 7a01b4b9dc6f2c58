/** The clipboard of the person's computer; holds text or something that reads as no text, such as a picture. */
export interface Clipboard {
  readText(): PromiseLike<string>;
  writeText(text: string): PromiseLike<void>;
}

/**
 * What a command copies, without the clipboard keeping it: what was on it before is put back, also where the command
 * fails.
 * @returns an empty text where it copied nothing.
 */
export async function copiedBy(copy: () => PromiseLike<unknown>, clipboard: Clipboard): Promise<string> {
  const before = await clipboard.readText();
  // Emptied, so that what was there is not taken for what is copied. A picture reads as empty and is left alone.
  if (before !== '') await clipboard.writeText('');
  try {
    await copy();
    return await clipboard.readText();
  } finally {
    if (before !== '' || (await clipboard.readText()) !== '') await clipboard.writeText(before);
  }
}
