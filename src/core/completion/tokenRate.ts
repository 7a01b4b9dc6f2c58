/** Characters a token of text that nobody has counted yet: a careful estimate (see `estimateTokens`). */
const careful = 3;
/** A shorter prompt says nothing of the rate. In tokens. */
const leastTokens = 50;

/**
 * How many characters a server makes a token of, by language. Learned from the figures that come with its
 * answers, so that nothing has to be counted on the way.
 */
export class TokenRate {
  private readonly rates = new Map<string, number>();

  /** @param prompt as it was sent; a template may have added to it, which only makes the rate more careful. */
  note(host: string, languageId: string, prompt: number, tokens: number): void {
    if (tokens < leastTokens) return;
    this.rates.set(`${host} ${languageId}`, Math.min(6, Math.max(1, prompt / tokens)));
  }

  of(host: string, languageId: string): number {
    return this.rates.get(`${host} ${languageId}`) ?? careful;
  }
}
