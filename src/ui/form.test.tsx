import { describe, expect, it } from 'vitest';
import { translator } from '../platform/i18n/index.ts';
import { CheckboxGroup, RadioGroup } from './choices.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import type { Page } from './page.ts';
import { TextArea } from './text-area.tsx';
import { TextInput } from './text-input.tsx';
import { WeekGrid } from './week-grid.tsx';

const page = { t: translator('en'), lang: 'en', csrf: 'a"b' } as Page;
const options = [
  { value: 'sleep', label: 'Sleep' },
  { value: 'feeding', label: 'Feeding' },
];

describe('forms', () => {
  it('carry a token when they change something, and not when they only ask', () => {
    expect(String(<Form page={page} action="/x" />)).toContain('name="_csrf" value="a&quot;b"');
    expect(String(<Form page={page} action="/x" method="get" />)).not.toContain('_csrf');
  });

  it('join hint and error to their control', () => {
    const html = String(
      <TextInput page={page} name="zip" label="ZIP" hint="Five digits" error="ui.offline" value={'6"6'} />,
    );
    expect(html).toContain('<label for="f-zip">');
    expect(html).toContain('aria-describedby="f-zip-hint f-zip-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="f-zip-error"');
    expect(html).toContain('value="6&quot;6"');
  });

  it('keep what was typed, markup and all', () => {
    expect(String(<TextArea page={page} name="text" label="Words" value="</textarea><b>" />)).toContain(
      '&lt;/textarea&gt;&lt;b&gt;',
    );
  });

  it('lead from the summary to an element that exists', () => {
    const group = String(
      <CheckboxGroup page={page} name="topics" label="Topics" options={options} error="ui.offline" />,
    );
    const summary = String(<ErrorSummary page={page} errors={{ topics: 'ui.offline', form: 'ui.copied' }} />);
    expect(summary).toContain('href="#f-topics"');
    expect(group.match(/id="f-topics"/g)).toHaveLength(1);
    expect(summary).not.toContain('#f-form');
    expect(String(<ErrorSummary page={page} errors={{}} />)).toBe('');
  });

  it('tick what was chosen and nothing else', () => {
    const boxes = String(
      <CheckboxGroup page={page} name="topics" label="Topics" options={options} values={['feeding']} />,
    );
    expect(boxes.match(/checked/g)).toHaveLength(1);
    expect(boxes).toMatch(/value="feeding" checked/);
    expect(String(<RadioGroup page={page} name="how" label="How" options={options} />)).not.toContain(
      'checked',
    );
  });

  it('offer every part of the week, each by its name', () => {
    const html = String(<WeekGrid page={page} name="free" label="Free" values={['2-evening']} />);
    expect(html.match(/type="checkbox"/g)).toHaveLength(28);
    expect(html).toMatch(/value="2-evening" checked/);
    expect(html).toContain('aria-label="Tuesday, Evening"');
  });
});
