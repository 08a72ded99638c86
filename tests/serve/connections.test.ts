/** Connections are used again where the body of a request was read, and else are said to end: the next request would be lost. */
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { settleOrders } from '../../src/many/asked.ts';
import { openService } from '../../src/serve/server.ts';
import { ManyProject } from '../many/kit.ts';

async function headOf(port: number, head: string, body: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const host = head.includes('Host:') ? '' : '\r\nHost: localhost';
  socket.write(`${head}${host}\r\nContent-Length: 100\r\n\r\n${body}`);
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\r\n\r\n')) break;
  }
  return text;
}

const json = 'Content-Type: application/json';

it.each([
  ['another type', 'POST /documents HTTP/1.1\r\nContent-Type: text/plain', '', 415, true],
  ['another address', `POST /nothing HTTP/1.1\r\n${json}`, '', 404, true],
  ['another method', `PUT /documents HTTP/1.1\r\n${json}`, '', 405, true],
  ['another host', `POST /documents HTTP/1.1\r\n${json}\r\nHost: example.org`, '', 421, true],
  ['a body of which too much is held', `POST /documents HTTP/1.1\r\n${json}`, 'x'.repeat(90), 503, true],
  ['a body that was read', `POST /documents HTTP/1.1\r\n${json}`, 'x'.repeat(100), 400, false],
])('%s', async (what, head, body, status, isEnded) => {
  const project = new ManyProject();
  const settings = await settleOrders({}, { cwd: project.root, env: {} });
  const limit = what.includes('held') ? 100 : 2 ** 20;
  const opened = await openService({
    ...{ root: project.root, settings, host: '127.0.0.1', port: 0, token: null, queued: null },
    ...{ limit, patience: 60_000, waiting: 64, jobs: 1, logBug: (error) => expect(error).toBeNull() },
  });
  onTestFinished(() => opened.close());
  const port = Number(new URL(opened.address).port);
  // Bodies that are on their way hold all that the service takes at a time.
  if (what.includes('held'))
    for (let count = 0; count < 8; count += 1) {
      const other = connect(port, '127.0.0.1');
      onTestFinished(() => void other.destroy());
      other.write(
        `POST /documents HTTP/1.1\r\nHost: localhost\r\n${json}\r\nContent-Length: 100\r\n\r\n${'x'.repeat(99)}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  const answer = await headOf(port, head, body);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(/^connection: close\r$/im.test(answer)).toBe(isEnded);
});
