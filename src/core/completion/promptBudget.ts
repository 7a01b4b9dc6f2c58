import { contextTokens as usualContext } from '../models/budget';

/** Tokens that a prompt may have: a longer one answers late and adds little. */
const mostTokens = 2_048;
/** Share of the prompt that pieces from elsewhere may take. */
const contextShare = 0.25;
/** Share of the prompt that the text behind the cursor may take, where it is shown at all. */
const behindShare = 0.2;
/** Tokens for the words of a chat template and of ours. */
const wrapping = 160;

/** How long the parts of a prompt may be, in characters. */
export interface PromptBudget {
  readonly before: number;
  readonly behind: number;
  readonly context: number;
}

/**
 * @param contextTokens what the server takes in all; a careful figure where it does not say.
 * @param answerTokens kept free for the answer.
 * @param charactersPerToken as measured on this server, or a careful estimate.
 */
export function promptBudget(
  contextTokens: number = usualContext,
  answerTokens: number,
  charactersPerToken: number,
): PromptBudget {
  const room = Math.max(128, contextTokens - answerTokens - wrapping);
  const all = Math.min(mostTokens, room) * charactersPerToken;
  const context = Math.floor(all * contextShare);
  const behind = Math.floor(all * behindShare);
  return { before: Math.floor(all) - context - behind, behind, context };
}
