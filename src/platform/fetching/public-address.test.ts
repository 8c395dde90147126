import { expect, it } from 'vitest';
import { isPublicAddress, lookupPublic } from './public-address.ts';

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  '::ffff:127.0.0.1',
  'fe80::1',
  'fd00::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'localhost',
])('%s is inside', (address) => expect(isPublicAddress(address)).toBe(false));

it.each(['8.8.8.8', '172.32.0.1', '2a00:1450:4001:80e::200a'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

it('a name that leads inside is not followed', async () => {
  const said = await new Promise((done) =>
    lookupPublic('localhost', { all: true }, (error) => done(error?.message)),
  );
  expect(said).toBe('This name leads to no public address');
});
