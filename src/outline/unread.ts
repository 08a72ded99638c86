/** Counts what a reader meets and cannot read. */
import { type Unread, type UnreadKind, unreadKinds } from './outline.ts';

export class UnreadCount {
  readonly #counts = new Map<UnreadKind, number>();

  add(what: UnreadKind, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  get list(): readonly Unread[] {
    return unreadKinds.flatMap((what) => {
      const count = this.#counts.get(what) ?? 0;
      return count === 0 ? [] : [{ what, count }];
    });
  }
}
