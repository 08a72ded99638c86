/** What the service counts, in the text form of Prometheus. */

/** Seconds. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export interface Gauges {
  readonly inside: number;
  readonly waiting: number;
}

export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #documents = { made: 0, failed: 0 };
  readonly #times = buckets.map(() => 0);
  #sum = 0;
  #count = 0;

  request(status: number): void {
    const code = String(status);
    this.#requests.set(code, (this.#requests.get(code) ?? 0) + 1);
  }

  /** @param time milliseconds from the request to its answer */
  document(isMade: boolean, time: number): void {
    this.#documents[isMade ? 'made' : 'failed'] += 1;
    const seconds = time / 1000;
    for (const [index, most] of buckets.entries())
      if (seconds <= most) this.#times[index] = (this.#times[index] ?? 0) + 1;
    this.#sum += seconds;
    this.#count += 1;
  }

  text({ inside, waiting }: Gauges): string {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = [
      ...head('etrati_http_requests_total', 'counter', 'Requests by the status of their answers.'),
      ...[...this.#requests].sort().map(([code, count]) => `etrati_http_requests_total{code="${code}"} ${count}`),
      ...head('etrati_documents_total', 'counter', 'Documents by what came of them.'),
      ...Object.entries(this.#documents).map(
        ([result, count]) => `etrati_documents_total{result="${result}"} ${count}`,
      ),
      ...head('etrati_document_seconds', 'histogram', 'Time from a request to its documents.'),
      ...buckets.map((most, index) => `etrati_document_seconds_bucket{le="${most}"} ${this.#times[index]}`),
      `etrati_document_seconds_bucket{le="+Inf"} ${this.#count}`,
      `etrati_document_seconds_sum ${this.#sum}`,
      `etrati_document_seconds_count ${this.#count}`,
      ...head('etrati_documents_in_progress', 'gauge', 'Requests whose documents are being made.'),
      `etrati_documents_in_progress ${inside}`,
      ...head('etrati_documents_waiting', 'gauge', 'Requests that wait for a place.'),
      `etrati_documents_waiting ${waiting}`,
      ...head('process_resident_memory_bytes', 'gauge', 'Memory of the process.'),
      `process_resident_memory_bytes ${rss}`,
      ...head('nodejs_heap_size_used_bytes', 'gauge', 'Heap of the main thread.'),
      `nodejs_heap_size_used_bytes ${heapUsed}`,
    ];
    return `${lines.join('\n')}\n`;
  }
}

function head(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
