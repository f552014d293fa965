import type { Activity } from '@peyvand/activities/contract'
import { getActivity } from '@peyvand/activities/server'
import { canSeeParty } from '@peyvand/parties/server'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import {
  fieldsIn,
  type MergeContext,
  type MergedText,
  mergeTemplate,
  type TemplateGap,
} from '../contract/index.ts'
import { activityValues, draftValues } from './activity-values.ts'
import { type FieldValue, type FieldValues, withheld } from './field-value.ts'
import { meetingFields, meetingValues } from './meeting-values.ts'
import { listMergeFields } from './merge-fields.ts'
import { ownValues } from './own-values.ts'
import { partyValues } from './party-values.ts'

export interface MergeOptions {
  language: Locale
  context: MergeContext
  /** `html` escapes everything and makes line ends `<br>`. */
  as?: 'text' | 'html'
}

/** The texts of a template, filled; texts that are null stay so. */
export interface MergeInput {
  subject: string | null
  body: string
}

/**
 * Fills a text with what the caller may see of the party, the activity, themselves and the firm.
 * @throws AppError notFound (404) for the party, activities.notFound (404)
 */
export async function mergeText(
  ctx: Ctx,
  { subject, body }: MergeInput,
  options: MergeOptions,
): Promise<MergedText> {
  const filler = await fillerFor(ctx, [subject ?? '', body], options)
  const filledSubject = subject === null ? null : filler.fill(subject)
  return {
    subject: filledSubject === null ? null : filledSubject.replace(/\s+/g, ' ').trim(),
    body: filler.fill(body),
    gaps: filler.gaps(),
  }
}

interface Filler {
  fill(text: string): string
  /** Holes that the texts filled so far were left with. */
  gaps(): TemplateGap[]
}

/** Reads once what the texts need and fills any number of them. */
export async function fillerFor(
  ctx: Ctx,
  texts: readonly string[],
  { language, context, as = 'text' }: MergeOptions,
): Promise<Filler> {
  const used = new Set(texts.flatMap((text) => fieldsIn(text).map(({ field }) => field)))
  const values = await valuesFor(ctx, { used, language, context })
  const known = new Set(used.size > 0 ? (await listMergeFields(ctx)).map(({ key }) => key) : [])
  const gaps = new Map<string, TemplateGap>()
  const escape = as === 'html' ? escapeHtml : (text: string) => text
  return {
    fill: (text) => {
      const merged = mergeTemplate(text, (field) => textOf(values.get(field)))
      for (const field of merged.missing) gaps.set(field, { field, reason: reasonOf(field, values, known) })
      return escape(merged.text)
    },
    gaps: () => [...gaps.values()],
  }
}

const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null)

function reasonOf(field: string, values: FieldValues, known: ReadonlySet<string>): TemplateGap['reason'] {
  if (!known.has(field)) return 'unknown'
  const value = values.get(field)
  if (value === undefined) return 'noRecord'
  return value === withheld ? 'withheld' : 'empty'
}

async function valuesFor(
  ctx: Ctx,
  { used, language, context }: { used: ReadonlySet<string>; language: Locale; context: MergeContext },
): Promise<FieldValues> {
  const { partyId, activityId, draft } = context
  const groups = new Set([...used].map((field) => field.split('.')[0]))
  const activity = activityId ? await getActivity(ctx, activityId) : null
  const values = new Map<string, FieldValue>()
  const add = (more: FieldValues) => {
    for (const [key, value] of more) values.set(key, value)
  }
  const party = partyId ?? (activity && (await seenPartyOf(ctx, activity)))
  if (groups.has('party') && party) add(await partyValues(ctx, party, language))
  if (party && meetingFields.some((field) => used.has(field))) add(await meetingValues(ctx, party, language))
  if (groups.has('activity') && activity) add(await activityValues(ctx, activity, language))
  // What is typed in an open form is newer than what was saved.
  if (groups.has('activity') && draft) add(filled(draftValues(ctx, draft, language)))
  if (groups.has('user') || groups.has('firm') || groups.has('date')) add(await ownValues(ctx, language))
  return values
}

/** The party that an activity is about, where the caller may see it. */
async function seenPartyOf(ctx: Ctx, { parties: [first] }: Activity): Promise<string | null> {
  return first && (await canSeeParty(ctx, first.id)) ? first.id : null
}

const filled = (values: FieldValues): FieldValues =>
  new Map([...values].filter(([, value]) => value !== null))

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter).replace(/\r?\n/g, '<br>')
