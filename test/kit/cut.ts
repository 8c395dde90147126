import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, as a tunnel or a lift cuts a phone off. */
export interface Cuttable {
  url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Stands between a browser and the server at `url`. Cut, it drops what is open and refuses what is new. */
export async function cuttable(url: string): Promise<Cuttable> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let whole = true;
  const drop = () => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const server = createServer((from) => {
    if (!whole) return void from.destroy();
    const to = connect(Number(port), hostname);
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut() {
      whole = false;
      drop();
    },
    mend() {
      whole = true;
    },
    close() {
      drop();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
