import { useRoute, useT } from '@peyvand/platform/web'
import { Bdi, DialogTrigger, IconButton, Popover, Spinner, useFormat } from '@peyvand/ui'
import { Info } from 'lucide-react'
import { listFieldSourcesRoute, type FieldSource as Source } from '../../contract/index.ts'

type Props = {
  partyId: string
  /** As the audit log names it: `jobTitle`, `ownerId`, `contactPoints`, `custom.<key>`. */
  field: string
  label: string
}

/** Tells where the present value of a field comes from; seen on hover and with the keyboard. */
export const FieldSource = ({ partyId, field, label }: Props) => {
  const t = useT()
  const title = t('parties.source.of', { field: label })
  return (
    <DialogTrigger>
      <IconButton
        label={title}
        icon={<Info className="size-3.5!" />}
        className="opacity-0 group-hover/inline:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
      />
      <Popover label={title} className="max-w-80">
        <p className="pb-1 text-meta text-muted">{title}</p>
        <SourceText partyId={partyId} field={field} />
      </Popover>
    </DialogTrigger>
  )
}

const SourceText = ({ partyId, field }: Omit<Props, 'label'>) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(listFieldSourcesRoute, { params: { id: partyId } }, { staleTime: 10_000 })
  if (!data) return <Spinner size={16} />
  const source = data.items.find((one) => one.field === field)
  if (!source) return <p>{t('parties.source.none')}</p>
  return (
    <div className="flex flex-col gap-0.5">
      <p className="break-words">
        <Bdi>{wayText(source, t)}</Bdi>
      </p>
      <p className="text-meta text-muted">
        {[source.actor.name, format.dateTime(source.at)].filter(Boolean).join(' · ')}
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
