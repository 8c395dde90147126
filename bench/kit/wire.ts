import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/** A wire between a browser and the server that counts what comes back: every byte, whoever asked for it. */
export interface Wire {
  url: string;
  bytes(): number;
  cut(): Promise<void>;
}

export async function layWire(url: string): Promise<Wire> {
  let bytes = 0;
  const { hostname, port } = new URL(url);
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    far.on('data', (chunk) => {
      bytes += chunk.length;
    });
    for (const end of [near, far]) end.on('error', () => [near, far].map((socket) => socket.destroy()));
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    bytes: () => bytes,
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
