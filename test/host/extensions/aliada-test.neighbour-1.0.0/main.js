// What an extension that knows nothing of Aliada does with `vscode.lm`. It has a `vscode` of its own: to VS Code, and so
// to Aliada, all of this comes from somebody else.
const vscode = require('vscode');

/** Parts as a test writes them: { text }, { json }, { image }, { call: { id, name, input } } or { result: { id, text } }. */
function partOf(part) {
  if (part.text !== undefined) return new vscode.LanguageModelTextPart(part.text);
  if (part.json !== undefined) return vscode.LanguageModelDataPart.json(part.json);
  if (part.bytes !== undefined) return vscode.LanguageModelDataPart.text(part.bytes, part.mimeType);
  if (part.image !== undefined) return vscode.LanguageModelDataPart.image(part.image, 'image/png');
  if (part.call !== undefined) {
    return new vscode.LanguageModelToolCallPart(part.call.id, part.call.name, part.call.input);
  }
  const content = [new vscode.LanguageModelTextPart(part.result.text)];
  return new vscode.LanguageModelToolResultPart(part.result.id, content);
}

function messageOf({ role, parts }) {
  const content = typeof parts === 'string' ? parts : parts.map(partOf);
  return role === 'user'
    ? vscode.LanguageModelChatMessage.User(content)
    : vscode.LanguageModelChatMessage.Assistant(content);
}

async function model(name) {
  const all = await vscode.lm.selectChatModels({ vendor: 'aliada' });
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no model ${name} among ${all.map((one) => one.name).join(', ')}`);
  return found;
}

exports.activate = () => ({
  models: async () =>
    (await vscode.lm.selectChatModels({ vendor: 'aliada' })).map(({ name, maxInputTokens }) => ({
      name,
      maxInputTokens,
    })),
  count: async (name, said) =>
    (await model(name)).countTokens(typeof said === 'string' ? said : messageOf(said)),
  /** Hands each part to `onPart` as soon as it comes: its text, or { call }. */
  send: async (name, messages, options, onPart, token) => {
    const response = await (await model(name)).sendRequest(messages.map(messageOf), options, token);
    for await (const part of response.stream) {
      if (part instanceof vscode.LanguageModelTextPart) onPart(part.value);
      if (part instanceof vscode.LanguageModelToolCallPart) {
        onPart({ call: { id: part.callId, name: part.name, input: part.input } });
      }
    }
  },
});
