import { picturesOf } from '@peyvand/files/server'
import { formatPostalCode, parsePostalCode } from '@peyvand/persian'
import { type Ctx, type Drawing, paperText } from '@peyvand/platform/server'
import type { Envelope, EnvelopeSize } from '../../contract/index.ts'
import { letterheadOr } from '../letterheads.ts'
import { envelopeTemplate } from './envelope-template.ts'

/** Millimetres, long side across. */
const sizes: Record<EnvelopeSize, { width: number; height: number }> = {
  C5: { width: 229, height: 162 },
  DL: { width: 220, height: 110 },
  A4: { width: 297, height: 210 },
}

const labels = {
  fa: { from: 'فرستنده', to: 'گیرنده', postalCode: 'کد پستی' },
  en: { from: 'From', to: 'To', postalCode: 'Postal code' },
} as const

/** An envelope with its two addresses. */
export async function envelopeDrawing(ctx: Ctx, envelope: Envelope): Promise<Drawing> {
  const { size, language, to, from, postalCode, letterheadId } = envelope
  const head = letterheadId ? await letterheadOr(ctx, letterheadId) : null
  const lines = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paperText(line, language))
  const code = parsePostalCode(postalCode)
  return {
    template: envelopeTemplate,
    data: {
      ...sizes[size],
      language,
      labels: labels[language],
      to: lines(to),
      from: lines(from),
      postalCode: paperText(code.ok ? formatPostalCode(code.value, language) : postalCode, language),
    },
    pictures: await picturesOf(ctx, head?.logoId ? { logo: head.logoId } : {}),
    name: lines(to)[0] ?? size,
    madeAt: ctx.now().toISOString(),
  }
}
