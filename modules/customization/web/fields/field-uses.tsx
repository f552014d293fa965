import type { CustomField } from '@peyvand/platform/contract'
import { type T, useRoute, useT } from '@peyvand/platform/web'
import { Callout, type Format, useFormat } from '@peyvand/ui'
import { customFieldUsageRoute, type Use } from '../../contract/index.ts'

/** Where a field stands by now, before it is changed. */
export const FieldUses = ({ field }: { field: CustomField }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(customFieldUsageRoute, { params: { id: field.id } })
  if (!data || (data.records === 0 && data.uses.length === 0)) return null
  return (
    <Callout tone="accent">
      <ul className="flex flex-col gap-0.5">
        {data.records !== null && (
          <li>{t('customization.ui.fields.archiveUses', { count: data.records })}</li>
        )}
        {linesOfUse(data.uses, t, format).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  )
}

/** Other places of use, a line for each kind of place. */
export function linesOfUse(uses: readonly Use[], t: T, format: Format): string[] {
  const kinds = [...new Set(uses.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const own = uses.filter((use) => use.kind === kind)
    const named = own.flatMap(({ label }) => (label === null ? [] : [`«${label}»`]))
    return t(`customization.ui.use.${kind}`, {
      count: own.length,
      names: format.list(named),
      list: named.length > 0 ? `: ${format.list(named)}` : '',
    })
  })
}
