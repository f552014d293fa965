import { useSlot } from '@peyvand/platform/web'
import type { ComponentType } from 'react'

export interface TimelineType {
  type: string
  /** Text key of its name. */
  label: string
  Icon: ComponentType
}

/**
 * The types of events that modules bring (slot `parties.timeline.type`: `id` is the type, `label` its name,
 * `component` its icon), in their order.
 */
export function useTimelineTypes(): readonly TimelineType[] {
  return useSlot('parties.timeline.type').map(({ id, label, component }) => ({
    type: id,
    label: label ?? id,
    Icon: component as ComponentType,
  }))
}

/** Events of the file itself; together they are one choice of the filter. */
export const ownTypes = [
  'created',
  'updated',
  'owner',
  'joined',
  'left',
  'state',
  'converted',
  'linked',
  'deleted',
  'restored',
] as const
