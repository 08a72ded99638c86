/** Server-sent events: the pages that are open learn what changed on the disk. */
import type { ServerResponse } from 'node:http';
import type { Desk } from './desk.ts';
import { safeHeaders } from './guard.ts';
import type { StudioEvent } from './protocol.ts';

/** Pages of one person; what asks for more is no person. */
const most = 32;

export class Listeners {
  readonly #open = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    for (const oldest of [...this.#open].slice(0, Math.max(0, this.#open.size - most + 1))) oldest.end();
    response.writeHead(200, { ...safeHeaders, 'content-type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  tell(event: StudioEvent): void {
    for (const response of this.#open) response.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Of each data file its revision, by which a page knows its own saving again. */
  tellChanged(files: readonly string[], desk: Desk): void {
    for (const file of files.filter((each) => /^data\/[^/]+\/[^/.][^/]*\.json$/.test(each)))
      void desk.read(file).then(
        ({ revision }) => this.tell({ type: 'changed', file, revision }),
        () => this.tell({ type: 'changed', file, revision: null }),
      );
    this.tell({ type: 'project' });
  }

  close(): void {
    for (const response of this.#open) response.end();
    this.#open.clear();
  }
}
