/** One open page's line to the server. */
export interface Stream {
  /** Sends one event; `id` is what the page comes back with after a lost connection. */
  send(id: string, data: string): void;
  end(): void;
}

/** A comment now and then, so that a line nobody holds any more is noticed, and a look at whether it may go on. */
const HEARTBEAT_MS = 25_000;
/** A line ends after this long and is opened anew. */
const LONGEST_MS = 15 * 60_000;
/** Events a slow page may be behind before it is told to come back later. */
const BEHIND_MOST = 64;

/** Whether this is a page's script asking, not somebody who followed the address. */
export const wantsStream = (accept: string | undefined): boolean =>
  (accept ?? '').includes('text/event-stream');

/**
 * Answers with a stream of server-sent events. `begin` gets the line and returns what to do when it is over; `mayGoOn` is
 * asked at each heartbeat, and ends the line with a no.
 */
export function eventStream(
  begin: (stream: Stream) => () => void,
  mayGoOn: () => Promise<boolean>,
): Response {
  let over = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const encoder = new TextEncoder();
        let open = true;
        const write = (text: string) => {
          if (!open) return;
          if ((controller.desiredSize ?? 0) < -BEHIND_MOST) return stream.end();
          controller.enqueue(encoder.encode(text));
        };
        const heartbeat = setInterval(() => {
          write(':\n\n');
          // The database may be away for a moment: asked again at the next beat.
          mayGoOn().then(
            (may) => may || stream.end(),
            () => {},
          );
        }, HEARTBEAT_MS).unref();
        const longest = setTimeout(() => stream.end(), LONGEST_MS).unref();
        const stream: Stream = {
          send: (id, data) => write(`id: ${id}\n${data.replace(/^/gm, 'data: ')}\n\n`),
          end() {
            if (!open) return;
            over();
            controller.close();
          },
        };
        const unwatch = begin(stream);
        over = () => {
          open = false;
          clearInterval(heartbeat);
          clearTimeout(longest);
          unwatch();
        };
        write('retry: 2000\n\n');
      },
      cancel: () => over(),
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no', // a proxy in front must not collect events
    },
  });
}
