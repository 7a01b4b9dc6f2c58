/** Extensions that offer ghost text while one types, by VS Code's id. Two at once hide each other. */
const rivals: Readonly<Record<string, string>> = {
  'github.copilot': 'GitHub Copilot',
  'github.copilot-chat': 'GitHub Copilot',
  'continue.continue': 'Continue',
  'ggml-org.llama-vscode': 'llama.vscode',
  'tabbyml.vscode-tabby': 'Tabby',
  'rjmacarthy.twinny': 'twinny',
  'tabnine.tabnine-vscode': 'Tabnine',
  'codeium.codeium': 'Codeium',
  'supermaven.supermaven': 'Supermaven',
  'amazonwebservices.amazon-q-vscode': 'Amazon Q',
  'amazonwebservices.aws-toolkit-vscode': 'AWS Toolkit',
  'google.geminicodeassist': 'Gemini Code Assist',
  'sourcegraph.cody-ai': 'Cody',
  'gitlab.gitlab-workflow': 'GitLab Duo',
  'blackboxapp.blackbox': 'Blackbox',
  'huggingface.huggingface-vscode': 'llm-vscode',
};

/** The names of those among `active` that offer ghost text too. @param active ids of extensions. */
export function rivalsAmong(active: readonly string[]): readonly string[] {
  const names = active.map((id) => rivals[id.toLowerCase()]).filter((name) => name !== undefined);
  return [...new Set(names)];
}
