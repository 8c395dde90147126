import { afterEach } from 'vitest';
import type { World } from './world.ts';

interface Event {
  /** Sealed: what a page comes back with. */
  id: string;
  data: string;
}

interface Line {
  status: number;
  /** Waits for the next event. */
  next(): Promise<Event>;
  /** Waits for the server to end it. */
  end(): Promise<void>;
  /** Lets it go, as a lost connection does. */
  close(): Promise<void>;
}

const refused = () => Promise.reject(new Error('There is no line'));

/** Lines held open as a page's script would; all are let go after each test. */
export function linesOf(world: World) {
  const lines: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const line of lines.splice(0)) await line.close();
  });

  async function follow(
    who: keyof World['people'],
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Line> {
    const cookie = [...world.as(who).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await world.app.request(path, {
      headers: { host: world.people[who].host, cookie, accept: 'text/event-stream', ...headers },
    });
    if (response.status !== 200)
      return { status: response.status, next: refused, end: refused, close: refused };
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const close = () => reader.cancel();
    lines.push({ close });
    const next = async (): Promise<Event> => {
      for (;;) {
        const event = /id: ([\w-]+)\n((?:data: .*\n)+)\n/.exec(heard);
        if (event) {
          heard = heard.slice(event.index + event[0].length);
          return { id: event[1]!, data: event[2]!.replaceAll(/^data: /gm, '') };
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The line ended');
        heard += value;
      }
    };
    const end = async () => {
      while (!(await reader.read()).done);
    };
    return { status: 200, next, end, close };
  }
  return { follow };
}
