import { Aggregate, defineRoute, Filter, Id, IdParams, issue, SortText } from '@peyvand/platform/contract'
import { z } from 'zod'

const Field = z.string().min(1).max(100)

/** How a list is shown; the columns are the fields of the record type's list. */
export const ViewDefinition = z.object({
  columns: z.array(Field).max(60).default([]),
  /** Column → width in pixels. */
  widths: z.record(Field, z.number().int().min(40).max(2000)).default({}),
  filter: Filter.nullable().default(null),
  sort: SortText.nullable().default(null),
  /** A field, for times with its unit, and one more within its groups: `owner,createdAt.month`. */
  groupBy: z.string().min(1).max(200).nullable().default(null),
  /** Column → what the footer and the heads of groups tell of it. */
  aggregates: z.record(Field, Aggregate).default({}),
  density: z.enum(['compact', 'normal', 'comfortable']).default('normal'),
})
export type ViewDefinition = z.infer<typeof ViewDefinition>

/** Seen by the owner alone, by the members of some teams too, by everyone. */
export const ViewVisibility = z.enum(['private', 'team', 'public'])

/** The list it belongs to: `parties`, `parties.customers`, `activities.calls`. */
const ViewRecord = z.string().regex(/^[a-z][\w.-]{0,79}$/i)
const ViewName = z.string().trim().min(1).max(80)

export const SavedView = z.object({
  id: Id,
  record: z.string(),
  name: z.string(),
  visibility: ViewVisibility,
  /** Whose members see a view of teams. */
  teamIds: z.array(Id),
  /** The list opens with it, for the caller. */
  isDefault: z.boolean(),
  ownerId: Id.nullable(),
  definition: ViewDefinition,
  position: z.number().int(),
  version: z.number().int(),
  can: z.object({ update: z.boolean(), delete: z.boolean() }),
})
export type SavedView = z.infer<typeof SavedView>

const TeamIds = z.array(Id).max(50)

/** A view of teams names at least one. */
const namesTeams = ({ visibility, teamIds = [] }: { visibility?: unknown; teamIds?: string[] | undefined }) =>
  visibility !== 'team' || teamIds.length > 0
const teamsMissing = issue('required', ['teamIds'])

export const SavedViewInput = z
  .object({
    record: ViewRecord,
    name: ViewName,
    visibility: ViewVisibility.default('private'),
    teamIds: TeamIds.optional(),
    definition: ViewDefinition,
  })
  .superRefine((view, ctx) => {
    if (!namesTeams(view)) ctx.addIssue(teamsMissing)
  })
export type SavedViewInput = z.infer<typeof SavedViewInput>

export const SavedViewChange = z
  .object({
    version: z.number().int(),
    name: ViewName.optional(),
    visibility: ViewVisibility.optional(),
    teamIds: TeamIds.optional(),
    definition: ViewDefinition.optional(),
    position: z.number().int().min(0).max(10_000).optional(),
  })
  .superRefine((change, ctx) => {
    if (!namesTeams(change)) ctx.addIssue(teamsMissing)
  })
export type SavedViewChange = z.infer<typeof SavedViewChange>

export const listSavedViewsRoute = defineRoute({
  method: 'GET',
  path: '/saved-views',
  summary: "Public views, my teams' and my own of one list",
  permission: 'signedIn',
  query: z.object({ record: ViewRecord }),
  answer: z.object({ items: z.array(SavedView) }),
})

export const createSavedViewRoute = defineRoute({
  method: 'POST',
  path: '/saved-views',
  summary: 'Save a view; a public one, or one of other teams than mine, needs the right to keep public views',
  permission: 'signedIn',
  body: SavedViewInput,
  answer: SavedView,
  status: 201,
})

export const updateSavedViewRoute = defineRoute({
  method: 'PATCH',
  path: '/saved-views/:id',
  summary: 'Change a view',
  permission: 'signedIn',
  params: IdParams,
  body: SavedViewChange,
  answer: SavedView,
})

export const deleteSavedViewRoute = defineRoute({
  method: 'DELETE',
  path: '/saved-views/:id',
  summary: 'Delete a view; the records stay',
  permission: 'signedIn',
  params: IdParams,
  answer: 'none',
})

export const setDefaultViewRoute = defineRoute({
  method: 'PUT',
  path: '/saved-views/default',
  summary: 'The view with which a list opens for me; none where `viewId` is null',
  permission: 'signedIn',
  body: z.object({ record: ViewRecord, viewId: Id.nullable() }),
  answer: 'none',
})
