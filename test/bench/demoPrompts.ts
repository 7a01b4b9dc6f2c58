/** What the generator of training texts takes from the extension: so that the model hears what Aliada really says. */
export { turnPrompt } from '../../src/core/chat/turnPrompt';
export { promptsFor } from '../../src/core/chat/prompts/forLanguage';
export { commandText } from '../../src/core/chat/prompts/inWords';
export { commandNames } from '../../src/core/chat/prompts/prompts';
export { Glossary } from '../../src/core/language/spoken/glossary/glossary';
export { readGlossary } from '../../src/core/language/spoken/glossary/read';
export { asComment } from '../../src/core/language/programming/comments';
export { identifyMarkdown } from '../../src/core/language/spoken/identifyMarkdown';
