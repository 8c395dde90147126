import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A real site on this machine that answers as the test says, and keeps what it was asked. */
export async function aSite() {
  const site = {
    answer: ((_, response) => response.end()) as RequestListener,
    asked: [] as IncomingMessage[],
    origin: '',
  };
  const server = createServer((request, response) => {
    site.asked.push(request);
    site.answer(request, response);
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    get asked() {
      return site.asked;
    },
    origin: site.origin,
    says(status: number, body: string | Buffer = '', headers: Record<string, string> = {}) {
      site.answer = (_, response) => response.writeHead(status, headers).end(body);
    },
    answers(how: RequestListener) {
      site.answer = how;
    },
    forget() {
      site.asked.length = 0;
    },
  };
}

interface Entry {
  title: string;
  id?: string;
  link?: string;
  date?: string;
  body?: string;
}

/** An RSS feed of these entries. What is in them stands as it is: XML, well-formed or not. */
export const rss = (...entries: Entry[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Library &amp; friends</title><link>https://library.example.org/</link><description>d</description><language>en-us</language>${entries
    .map(
      ({ title, id, link = 'https://library.example.org/x', date, body }) =>
        `<item><title>${title}</title><link>${link}</link>${id ? `<guid isPermaLink="false">${id}</guid>` : ''}${
          date ? `<pubDate>${date}</pubDate>` : ''
        }${body ? `<description>${body}</description>` : ''}</item>`,
    )
    .join('')}</channel></rss>`;
