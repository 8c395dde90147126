import { describe, expect, it } from 'vitest';
import { translator } from '../platform/i18n/index.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';

const page: Page = {
  t: translator('en'),
  locale: 'en',
  lang: 'en',
  dir: 'ltr',
  path: '/circles?near=60614',
  csrf: 'token',
  community: { name: 'Lakeview <Porch>', languages: ['en', 'es'] },
  viewer: { memberId: 'm', displayName: 'Maya', role: 'member' },
  notice: null,
  exitUrl: 'https://weather.example/',
  mailToOutbox: true,
  timeZone: 'America/Chicago',
};

const render = (over: Partial<Page> = {}, current?: 'circles') =>
  String(
    <Layout page={{ ...page, ...over }} title="Circles" current={current}>
      <p>Words</p>
    </Layout>,
  );

describe('the layout', () => {
  it('is a whole document in the reader’s language and direction', () => {
    expect(render()).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
    expect(render({ lang: 'ar', dir: 'rtl' })).toContain('<html lang="ar" dir="rtl">');
  });

  it('has help and the way out on every page, signed in or not', () => {
    for (const html of [render(), render({ viewer: null }), render({ viewer: null, community: null })]) {
      expect(html).toContain('href="/help-now"');
      expect(html).toContain('href="/quick-exit"');
      expect(html).toContain('data-quick-exit="https://weather.example/"');
    }
  });

  it('shows the five places to members alone, and marks the current one', () => {
    expect(render({}, 'circles').match(/aria-current="page"/g)).toHaveLength(1);
    expect(render({}, 'circles')).toMatch(/href="\/circles"[^>]*aria-current="page"/);
    expect(render({ viewer: null })).not.toContain('href="/calendar"');
  });

  it('offers the way in to guests, except to one who is on it', () => {
    const guest = (path: string) => render({ viewer: null, path });
    expect(guest('/')).toContain('class="top-link"');
    expect(guest('/sign-in?next=%2Fplan')).not.toContain('class="top-link"');
    expect(guest('/about')).toContain('class="top-link"');
  });

  it('loads Turbo for members alone', () => {
    expect(render()).toContain('/assets/signed-in');
    expect(render({ viewer: null })).not.toContain('/assets/signed-in');
  });

  it('comes back to the same page in the other language', () => {
    expect(render()).toContain('/language?to=es&amp;back=%2Fcircles%3Fnear%3D60614');
  });

  it('tells coordinators, and only them, that mail is not sent', () => {
    const warning = page.t('ui.mail-to-outbox');
    expect(render({ viewer: { memberId: 'm', displayName: 'Ada', role: 'coordinator' } })).toContain(warning);
    expect(render()).not.toContain(warning);
    expect(
      render({ viewer: { memberId: 'm', displayName: 'Ada', role: 'coordinator' }, mailToOutbox: false }),
    ).not.toContain(warning);
  });

  it('says a notice as a status', () => {
    expect(render({ notice: 'ui.copied' })).toMatch(/role="status".*Copied/);
  });

  it('escapes names, and has no inline style or script for the policy to refuse', () => {
    const html = render();
    expect(html).toContain('Lakeview &lt;Porch&gt;');
    expect(html).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=)/);
  });
});
