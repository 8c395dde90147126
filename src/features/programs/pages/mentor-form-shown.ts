import type { Raw } from '../../../platform/http/index.ts';
import { fieldOf } from '../forms.ts';
import type { Said } from '../mentor.ts';

type Lists = 'experiences' | 'languages' | 'free' | 'culture' | 'identity' | 'rulesOut';
type Texts = 'about' | 'capacity' | 'recoveredMonth' | 'recoveredYear' | 'ageBand' | 'faith';

/** What the form shows: what was typed, else what is kept. */
export class Shown {
  constructor(
    private readonly kept: Said,
    private readonly raw: Raw | undefined,
  ) {}

  list(name: Lists): string[] {
    if (this.raw) return [this.raw[name] ?? []].flat();
    const { traits } = this.kept;
    return name === 'culture' || name === 'identity' ? traits[name] : this.kept[name];
  }

  text(name: Texts): string {
    if (this.raw) return String(this.raw[name] ?? '');
    const { kept } = this;
    if (name === 'ageBand' || name === 'faith') return kept.traits[name] ?? '';
    if (name === 'recoveredYear') return kept.recoveredSince?.slice(0, 4) ?? '';
    if (name === 'recoveredMonth') return String(Number(kept.recoveredSince?.slice(5) ?? '') || '');
    return String(kept[name]);
  }

  get online(): boolean {
    return this.raw ? 'online' in this.raw : this.kept.online;
  }

  answer(questionId: string): string | undefined {
    if (this.raw) return String(this.raw[fieldOf({ id: questionId })] ?? '');
    return this.kept.answers[questionId];
  }
}
