import { everybody, type Row } from './row.ts';

export const landing: Row[] = [
  {
    route: 'GET /',
    path: () => '/',
    expect: { ...everybody(303), nobody: 200 },
    why: 'a member of either community is shown her own plan',
  },
  ...['/about', '/privacy', '/offline', '/manifest.webmanifest', '/robots.txt'].map((path) => ({
    route: `GET ${path}`,
    path: () => path,
    expect: everybody(200),
  })),
  { route: 'GET /charter', path: () => '/charter', expect: everybody(303) },
  { route: 'GET /language', path: () => '/language?to=es&back=/about', expect: everybody(303) },
  { route: 'GET /quick-exit', path: () => '/quick-exit', expect: everybody(303) },
  { route: 'GET /favicon.ico', path: () => '/favicon.ico', expect: everybody(303) },
];
