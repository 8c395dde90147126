// A real SMTP server in a process of its own: notes the address and the name of each letter it has said yes to.
import { appendFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const [, , file] = process.argv;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, { envelope }, done) {
    let head = '';
    stream.on('data', (chunk) => {
      head += chunk;
    });
    stream.on('end', () => {
      const name = head.match(/^Message-ID: (.*)$/im)?.[1]?.trim();
      appendFileSync(file!, envelope.rcptTo.map(({ address }) => `${address} ${name}\n`).join(''));
      done();
    });
  },
});
server.on('error', () => {}); // a sender that was killed leaves its connection in pieces
server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
