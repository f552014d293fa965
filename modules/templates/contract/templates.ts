import { ActivityKind } from '@peyvand/activities/contract'
import { Id, Instant, IsoDate, issue, Locale, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** The owner alone, members of some teams (and who stands above them), or everybody. */
export const Visibility = z.enum(['private', 'teams', 'firm'])
export type Visibility = z.infer<typeof Visibility>

const TeamIds = z.array(Id).max(50)

const fields = {
  name: z.string().trim().min(1).max(120),
  /** The kind of activity it is written for. */
  kind: ActivityKind,
  /** Language of dates, digits and amounts that are filled in. */
  language: Locale,
  /** A value of the list `templateCategories`. */
  categoryId: Id.nullable(),
  subject: z.string().trim().max(300).nullable(),
  body: z.string().trim().min(1).max(20_000),
  visibility: Visibility,
  teamIds: TeamIds,
}

/** Subject and body may carry fields and optional parts (`parseTemplate`). */
export const TemplateInput = z
  .object({
    ...fields,
    language: fields.language.default('fa'),
    categoryId: fields.categoryId.default(null),
    subject: fields.subject.default(null),
    visibility: fields.visibility.default('private'),
    teamIds: fields.teamIds.default([]),
  })
  .superRefine(({ visibility, teamIds }, ctx) => {
    if (visibility === 'teams' && teamIds.length === 0) ctx.addIssue(issue('required', ['teamIds']))
  })
export type TemplateInput = z.output<typeof TemplateInput>

/** Only what is sent changes; archived ones are offered to nobody and can be brought back. */
export const TemplateChange = z
  .object(fields)
  .partial()
  .extend({ version: z.number().int(), archived: z.boolean().optional() })
export type TemplateChange = z.output<typeof TemplateChange>

/** A template as lists and the picker show it. */
export const TemplateRow = z.object({
  id: Id,
  name: z.string(),
  kind: ActivityKind,
  language: Locale,
  category: Ref.nullable(),
  subject: z.string().nullable(),
  /** The beginning of the body. */
  excerpt: z.string(),
  visibility: Visibility,
  teams: z.array(Ref),
  /** Nobody for those that the firm started with. */
  owner: Ref.nullable(),
  uses: z.number().int(),
  lastUsedAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number().int(),
  can: z.object({ update: z.boolean() }),
})
export type TemplateRow = z.infer<typeof TemplateRow>

export const Template = TemplateRow.omit({ excerpt: true }).extend({ body: z.string() })
export type Template = z.infer<typeof Template>

/** A record that is being written and has no id yet, for the fields of the activity. */
export const ActivityDraft = z.object({
  subject: z.string().max(300).optional(),
  at: Instant.nullish(),
  dueOn: IsoDate.nullish(),
  place: z.string().max(300).nullish(),
  link: z.string().max(1000).nullish(),
})
export type ActivityDraft = z.infer<typeof ActivityDraft>

/** Whose values fill the fields; without a party the party's fields stay empty. */
export const MergeContext = z.object({
  partyId: Id.nullish(),
  activityId: Id.nullish(),
  draft: ActivityDraft.optional(),
})
export type MergeContext = z.infer<typeof MergeContext>

/** A field that left a hole: empty on the record, withheld from the caller, without a record, or unknown. */
export const TemplateGap = z.object({
  field: z.string(),
  reason: z.enum(['empty', 'withheld', 'noRecord', 'unknown']),
})
export type TemplateGap = z.infer<typeof TemplateGap>

export const MergedText = z.object({
  subject: z.string().nullable(),
  body: z.string(),
  gaps: z.array(TemplateGap),
})
export type MergedText = z.infer<typeof MergedText>

export const PreviewInput = z.object({
  language: Locale.default('fa'),
  subject: fields.subject.default(null),
  body: z.string().max(20_000),
  ...MergeContext.shape,
})
