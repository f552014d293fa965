import { searchRoute } from '@peyvand/platform/contract'
import { callApi } from '@peyvand/platform/web'
import { type Option, TagPicker } from '@peyvand/ui'
import { useState } from 'react'
import type { TargetsPart } from './targets-field.tsx'

interface TargetPickerProps {
  part: TargetsPart
  /** The record type that is chosen from. */
  type: string
  label: string
  description?: string
}

/** Records of one type that an activity is about, found as the search finds them. */
export const TargetPicker = ({ part: { value, onChange }, type, ...texts }: TargetPickerProps) => {
  const [kindOf] = useState(() => new Map(value.map(({ id, kind }) => [id, kind])))
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const q = text.trim()
    if (q === '') return []
    const { items } = await callApi(searchRoute, { query: { q, types: type } }, { signal })
    for (const { id, kind } of items) kindOf.set(id, kind)
    return items.map(({ id, title, subtitle }) => ({
      id,
      label: title,
      ...(subtitle && { description: subtitle }),
    }))
  }
  return (
    <TagPicker
      {...texts}
      loadOptions={load}
      value={value.filter((one) => one.type === type).map(({ id, name }) => ({ id, label: name }))}
      onChange={(chosen) =>
        onChange([
          ...value.filter((one) => one.type !== type),
          ...chosen.map(({ id, label }) => ({ type, id, kind: kindOf.get(id) ?? null, name: label })),
        ])
      }
    />
  )
}
