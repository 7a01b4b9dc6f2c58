import * as vscode from 'vscode';
import type { PrivateFiles } from '../privacy/privateFiles';

/** Documents that are remembered. */
const most = 500;

interface Answer {
  readonly uri: vscode.Uri;
  readonly asked: Promise<unknown>;
  allowed: boolean;
}

/**
 * Which documents may be sent, answered at once. `PrivateFiles` keeps its answers as promises, the same one until
 * it forgets it; so an answer counts for as long as the same promise comes back.
 */
export class Permissions {
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly files: Pick<PrivateFiles, 'exclusion'>) {}

  /** False while it is not known, and then it is found out. */
  mayBeSent(id: string): boolean {
    const known = this.answers.get(id);
    const uri = known?.uri ?? vscode.Uri.parse(id, true);
    if (uri.scheme === 'untitled') return true;
    const asked = this.files.exclusion(uri);
    if (known?.asked === asked) return known.allowed;
    const answer: Answer = { uri, asked, allowed: false };
    void asked.then((exclusion) => {
      answer.allowed = exclusion === undefined;
    });
    if (this.answers.size >= most) this.answers.clear();
    this.answers.set(id, answer);
    return false;
  }
}
