import { t } from '../../text';
import type { HistoryRequest, ViewHistory, ViewHistoryItem } from './viewProtocol';
import { groupByDay, shortTime } from './groups';
import type { Deleted, Listed } from './history';
import { HistorySearch, type Found } from './search';
import type { ChatSession } from './session';

/** How many conversations are sent to the page at first, and more each time that they are asked for. */
const pageSize = 100;

export interface PanelParts {
  readonly session: ChatSession;
  readonly keepDays: () => number;
  /** The language of the interface, a BCP 47 tag. */
  readonly lang: () => string;
  readonly now: () => number;
  /** The list opened, closed or changed. */
  readonly changed: () => void;
  /** The open conversation is another one, or has another name. */
  readonly chatChanged: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** The list of conversations, as long as it is open. */
export class HistoryPanel {
  private isOpen = false;
  private query = '';
  private found: readonly Found[] = [];
  private searching = false;
  /** What was searched for to the end last. */
  private searchedFor: string | undefined;
  private limit = pageSize;
  private readonly deleted = new Map<string, { readonly item: Listed; readonly files: Deleted }>();
  private current: AbortController | undefined;
  private problem: string | undefined;
  private readonly searcher: HistorySearch;

  constructor(private readonly parts: PanelParts) {
    this.searcher = new HistorySearch(parts.session.history);
  }

  /** What is shown; `undefined` while the list is closed. */
  get view(): ViewHistory | undefined {
    if (!this.isOpen) return undefined;
    const { lang, now, session } = this.parts;
    const all = this.withDeleted();
    const groups = groupByDay(all.slice(0, this.limit), now(), lang());
    return {
      query: this.query,
      groups: groups.map(({ label, items }) => ({
        label,
        items: items.map((item) => this.itemOf(item, session.current)),
      })),
      more: all.length > this.limit,
      searching: this.searching,
      note: keptNote(this.parts.keepDays()),
      ...(this.problem === undefined ? {} : { problem: this.problem }),
    };
  }

  /** Does what a person asks for in the list; what only the editor can do is left to it. */
  async receive(request: Exclude<HistoryRequest, { action: 'export' | 'deleteAll' }>): Promise<void> {
    const { session } = this.parts;
    this.problem = undefined;
    switch (request.action) {
      case 'show':
        return this.show();
      case 'hide':
        this.hide();
        return;
      case 'more':
        this.limit += pageSize;
        this.parts.changed();
        return;
      case 'search':
        this.query = request.query;
        this.limit = pageSize;
        return this.refresh();
      case 'open':
        return this.attempt(async () => {
          if (await session.open(request.id)) this.hide();
          else this.problem = t('This conversation is not there any more.');
        });
      case 'rename':
        return this.attempt(() => session.rename(request.id, request.title));
      case 'delete':
        return this.attempt(() => this.delete(request.id));
      case 'undo':
        return this.attempt(() => this.undo(request.id));
    }
  }

  /** Looks again, if the list is open: something in the folder changed. */
  async refresh(): Promise<void> {
    if (!this.isOpen) return;
    this.current?.abort();
    const abort = new AbortController();
    this.current = abort;
    try {
      if (this.query.trim() === '') {
        const found = await this.parts.session.history.list();
        if (abort.signal.aborted) return;
        this.take(found, false);
        return;
      }
      this.searching = true;
      const { query } = this;
      await this.searcher.search(query, abort.signal, (found, done) => {
        // Searched again for the same, the list stays as it is until all is known: nothing vanishes under the focus.
        if (!done && query === this.searchedFor) return;
        if (done) this.searchedFor = query;
        this.take(found, !done);
      });
    } catch (error) {
      this.failed(error);
    }
  }

  /** Everything is gone, also what could have been put back. */
  cleared(): Promise<void> {
    this.deleted.clear();
    return this.refresh();
  }

  private async show(): Promise<void> {
    this.isOpen = true;
    this.query = '';
    this.searchedFor = undefined;
    this.limit = pageSize;
    await this.parts.session.flush();
    await this.refresh();
  }

  private hide(): void {
    this.current?.abort();
    this.isOpen = false;
    this.found = [];
    this.searching = false;
    // The list is closed: what was deleted in it stays so.
    this.deleted.clear();
    this.parts.changed();
  }

  private async delete(id: string): Promise<void> {
    const item = this.found.find((one) => one.id === id);
    const files = await this.parts.session.delete(id);
    if (item !== undefined) this.deleted.set(id, { item, files });
  }

  private async undo(id: string): Promise<void> {
    const deleted = this.deleted.get(id);
    if (deleted === undefined) return;
    await this.parts.session.history.restore(deleted.files);
    this.deleted.delete(id);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failed(error);
    }
    this.parts.chatChanged();
    await this.refresh();
  }

  private failed(error: unknown): void {
    this.parts.onFailed(error);
    this.searching = false;
    this.problem = t('The folder of the conversations could not be read or written. The log says more.');
    this.parts.changed();
  }

  private take(found: readonly Found[], searching: boolean): void {
    this.found = found;
    this.searching = searching;
    this.parts.changed();
  }

  /** What was deleted stays in its place while the list is open, to be put back. */
  private withDeleted(): readonly Found[] {
    const there = new Set(this.found.map(({ id }) => id));
    const gone = [...this.deleted.values()].map(({ item }) => item).filter(({ id }) => !there.has(id));
    return [...this.found, ...gone].sort((a, b) => b.updated - a.updated);
  }

  private itemOf({ id, title, updated, snippet }: Found, current: string): ViewHistoryItem {
    const { lang, now } = this.parts;
    return {
      id,
      title: title === '' ? t('Untitled') : title,
      time: shortTime(updated, now(), lang()),
      ...(snippet === undefined ? {} : { snippet }),
      ...(id === current ? { current: true } : {}),
      ...(this.deleted.has(id) ? { deleted: true } : {}),
    };
  }
}

function keptNote(days: number): string {
  if (days === 0) return t('Conversations are not kept: the setting {0} is 0.', 'aliada.history.keepDays');
  return days === 1
    ? t('Kept on this computer for one day.')
    : t('Kept on this computer for {0} days.', days);
}
