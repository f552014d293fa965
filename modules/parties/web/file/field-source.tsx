import { useRoute, useT } from '@peyvand/platform/web'
import { DialogTrigger, Popover, Spinner, useFormat } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { listFieldSourcesRoute, type FieldSource as Source } from '../../contract/index.ts'

type Props = {
  partyId: string
  /** As the audit log names it: `jobTitle`, `ownerId`, `contactPoints`, `custom.<key>`. */
  field: string
  label: string
  /** What is pressed; the label where it is left out. */
  children?: ReactNode
}

/** A field's label or icon that tells, when pressed, where the present value comes from. */
export const FieldSource = ({ partyId, field, label, children = label }: Props) => {
  const t = useT()
  const title = t('parties.source.of', { field: label })
  return (
    <DialogTrigger>
      <AriaButton
        aria-label={title}
        className="inline-flex min-h-6 min-w-6 cursor-pointer items-center rounded-tag text-start decoration-dotted underline-offset-4 outline-none hover:text-text hover:underline focus-visible:ring-2 focus-visible:ring-accent"
      >
        {children}
      </AriaButton>
      <Popover label={title} placement="bottom start" className="max-w-80">
        <p className="pb-1 text-meta text-muted">{title}</p>
        <SourceText partyId={partyId} field={field} />
      </Popover>
    </DialogTrigger>
  )
}

const SourceText = ({ partyId, field }: Pick<Props, 'partyId' | 'field'>) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(listFieldSourcesRoute, { params: { id: partyId } }, { staleTime: 10_000 })
  if (!data) return <Spinner size={16} />
  const source = data.items.find((one) => one.field === field)
  if (!source) return <p>{t('parties.source.none')}</p>
  return (
    <div className="flex flex-col gap-0.5">
      <p className="break-words">
        <bdi>{wayText(source, t)}</bdi>
      </p>
      <p className="text-meta text-muted">
        <bdi>{source.actor.name}</bdi> · {format.dateTime(source.at)}
      </p>
    </div>
  )
}

function wayText(
  { way, file }: Source,
  t: (key: string, params?: Record<string, unknown>) => string,
): string {
  if (file) return t('parties.source.fileRow', file)
  if (way.kind === 'merge')
    return way.what ? t('parties.source.merge', { what: way.what }) : t('parties.source.mergeAny')
  if (way.what) return way.what
  return t(`parties.source.${way.kind === 'import' ? 'work' : way.kind}`)
}
