/** Meaning of a colour; always shown together with a word. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad' | 'violet'

export const toneClass: Record<Tone, string> = {
  neutral: 'bg-surface-2 text-text',
  accent: 'bg-accent-soft text-accent-text',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  violet: 'bg-violet-soft text-violet',
}
