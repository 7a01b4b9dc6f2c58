import * as vscode from 'vscode';
import type { Asked } from '../../core/chat/question';
import { Glossary } from '../../core/language/spoken/glossary/glossary';
import { readGlossary } from '../../core/language/spoken/glossary/read';
import type { AnswerLanguage } from '../../core/language/spoken/languages';
import type { Log } from '../../core/log';

/** The glossary that is packaged beside the extension; read once, when it is first needed. */
export class GlossaryFile {
  private loading: Promise<Glossary> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** @throws where the file cannot be read; the next call tries again. */
  load(): Promise<Glossary> {
    this.loading ??= this.read().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  /** The line of a prompt with the terms that matter to a question. A question is asked without it where it fails. */
  async termsLine({ text, attachments }: Asked, language: AnswerLanguage): Promise<string> {
    try {
      return (await this.load()).lineFor(text, language, attachments);
    } catch (error) {
      this.log.warn('glossaryUnread', { name: error instanceof Error ? error.name : 'unknown' });
      return '';
    }
  }

  private async read(): Promise<Glossary> {
    const [terms, attested] = await Promise.all([this.text('terms.txt'), this.text('attested.txt')]);
    return new Glossary(readGlossary(terms, attested));
  }

  private async text(name: string): Promise<string> {
    const file = vscode.Uri.joinPath(this.extensionUri, 'dist', 'glossary', name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  }
}
