import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

// Made for these tests, known to everybody, good for nothing.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJ1nqpoxlQJLvJE1R
3z8pg8eOObq1xIOo42bUNwNDXsOhRANCAAQCVlNKW7BNsCKsNJ9ODEqq2d+oSj1S
grUMugZbNBINFf1aldcLtuWqoukivUPBb8nnLxq3F5fBge5Gvz0uW5Nx
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUImW1x3qxur4ofxzxUjyp0RLQ+oQwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJdGVzdCBvbmx5MCAXDTI2MTEyMjEzMjUxNloYDzIxMjYxMDI5
MTMyNTE2WjAUMRIwEAYDVQQDDAl0ZXN0IG9ubHkwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQCVlNKW7BNsCKsNJ9ODEqq2d+oSj1SgrUMugZbNBINFf1aldcLtuWq
oukivUPBb8nnLxq3F5fBge5Gvz0uW5Nxo1MwUTAdBgNVHQ4EFgQU2VXdTU3UGXEC
MLHAoi4bpBqlb0swHwYDVR0jBBgwFoAU2VXdTU3UGXECMLHAoi4bpBqlb0swDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiALUDlXpAUIxqgq26N9PlTp
o+TU+mXnhgyHa8D3+zO6rgIhAKnS5wsbhal9QFFoOLOhzDu7V8+96pK9jMCkQsFO
BCZM
-----END CERTIFICATE-----`;

/** A real https server that nobody vouches for; it is believed until `close`. */
export async function secure(answer: RequestListener): Promise<{ origin: string; close(): void }> {
  const server = createServer({ key, cert }, answer);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
      server.closeAllConnections();
      server.close();
    },
  };
}
