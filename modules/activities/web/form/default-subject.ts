import type { T } from '@peyvand/platform/web'
import { directionLabel } from '../kinds/direction-label.ts'
import type { ActivityFormValues } from './activity-form-values.ts'

const longest = 80

/** The subject of what was written without one: the first line of its text, or kind, direction and party. */
export function defaultSubject(t: T, { kind, direction, body, parties }: ActivityFormValues): string {
  const firstLine = body.trim().split('\n')[0]?.trim() ?? ''
  if (firstLine.length > longest) return `${firstLine.slice(0, longest).trimEnd()}…`
  if (firstLine) return firstLine
  const name = parties.find(({ partyId }) => partyId)?.name
  const what =
    kind === 'task'
      ? t('activities.kind.task')
      : t('activities.form.defaultSubject', {
          kind: t(`activities.kind.${kind}`),
          direction: directionLabel(t, kind, direction),
        })
  return name ? t('activities.form.withParty', { what, name }) : what
}
