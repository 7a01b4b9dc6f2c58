/** @typedef {{ role: string, content: string }} Message */

/**
 * Renders a chat as ChatML, which is what ALIA, Salamandra and the demo model speak.
 *
 * A trailing message of the assistant is left open, so that the model continues it, as llama-server does.
 *
 * @param {Message[]} messages
 * @returns {string}
 */
export function renderChat(messages) {
  const turns = messages.map(({ role, content }) => `<|im_start|>${role}\n${content}`);
  const open = messages.at(-1)?.role === 'assistant';
  return turns.join('<|im_end|>\n') + (open ? '' : '<|im_end|>\n<|im_start|>assistant\n');
}

/**
 * @param {unknown} list the `messages` of a request
 * @returns {Message[] | undefined} nothing when it is not such a list; parts that are no text are left out
 */
export function readMessages(list) {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const messages = list.map((item) => ({ role: item?.role, content: readContent(item?.content) }));
  return messages.every(({ role }) => typeof role === 'string') ? messages : undefined;
}

/**
 * @param {unknown} content a string or a list of parts
 * @returns {string}
 */
function readContent(content) {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (typeof part?.text === 'string' ? part.text : '')).join('');
}
