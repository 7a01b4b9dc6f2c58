import type { Conversation } from '../../core/chat/conversation';
import type { FromView, ViewModels } from '../../core/chat/protocol';
import { viewModels } from '../../core/chat/viewModels';
import type { Disposable } from '../../core/disposable';
import type { ChatModels } from '../../core/endpoint/chatModels';
import type { Settings } from '../settings';

/** Which model the chat view asks: what there is to choose from, and what a person chose. */
export class ModelChoice implements Disposable {
  private failures: ReadonlyMap<string, Error> = new Map();
  private asking = new Set<symbol>();
  private readonly ended = new AbortController();
  private readonly watchers: readonly Disposable[];

  constructor(
    private readonly parts: { readonly models: ChatModels; readonly settings: Settings },
    private readonly conversation: Conversation,
    private readonly changed: () => void,
  ) {
    this.watchers = [parts.models.onChange(changed), parts.settings.onChange(changed)];
  }

  view(lang: string): ViewModels | undefined {
    const { failures } = this;
    const { list } = this.parts.models;
    const chosen = this.conversation.chosenModel;
    const asking = this.asking.size > 0;
    return viewModels({ models: list, chosen, failures, asking, lang }, this.conversation.messages);
  }

  /** The menu is open: every server is asked what it serves. */
  async look(): Promise<void> {
    const mine = Symbol('look');
    this.asking.add(mine);
    this.changed();
    const failures = await this.parts.models.refresh(this.ended.signal);
    this.asking.delete(mine);
    this.failures = failures;
    this.changed();
  }

  async choose({ id, forGood }: Omit<Extract<FromView, { type: 'chooseModel' }>, 'type'>): Promise<void> {
    const model = this.parts.models.find(id);
    if (model === undefined) return;
    // Where a workspace names the servers, the person's own list is not read: the conversation has the choice either way,
    // and shows it once it is kept.
    try {
      if (forGood) await this.parts.settings.preferModel(model.address);
    } finally {
      this.conversation.choose({ model: id });
    }
  }

  dispose(): void {
    this.ended.abort();
    for (const watcher of this.watchers) watcher.dispose();
  }
}
