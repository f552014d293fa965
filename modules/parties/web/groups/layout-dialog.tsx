import { listCustomFieldsRoute } from '@peyvand/customization/contract'
import { callApi, FormFault, invalidateTopics, useRoute, useT } from '@peyvand/platform/web'
import { Button, ComboBox, Dialog, IconButton, SegmentedControl, toast, useUi } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { X } from 'lucide-react'
import { useState } from 'react'
import {
  cardFieldNames,
  type PartyGroup,
  PartyLayout,
  quickFieldNames,
  updatePartyGroupRoute,
  usualLayout,
} from '../../contract/index.ts'
import { useGroupNames } from '../choices/use-choices.ts'
import { fieldKey } from '../file/field-key.ts'

type Part = keyof PartyLayout
const builtIn: Record<Part, readonly string[]> = { quick: quickFieldNames, card: cardFieldNames }

/** Which fields the short form and the file's card show for parties of a group, and in what order. */
export const LayoutDialog = ({ group, onClose }: { group: PartyGroup; onClose: () => void }) => {
  const t = useT()
  const { groupName } = useGroupNames()
  const [part, setPart] = useState<Part>('quick')
  const [layout, setLayout] = useState<Record<Part, readonly string[]>>(group.layout ?? usualLayout)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const save = async (next: PartyLayout | null) => {
    setPending(true)
    try {
      await callApi(updatePartyGroupRoute, {
        params: { id: group.id },
        body: { version: group.version, layout: next },
      })
      await invalidateTopics(['party-groups', 'parties'])
      toast({ kind: 'ok', title: t('web.saved') })
      onClose()
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('parties.layoutOf', { name: groupName(group) })}
      footer={
        <>
          <Button kind="primary" isPending={isPending} onPress={() => void save(PartyLayout.parse(layout))}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
          {group.layout && (
            <Button kind="quiet" className="ms-auto" isDisabled={isPending} onPress={() => void save(null)}>
              {t('parties.layoutUsual')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        {fault !== null && <FormFault error={fault} />}
        <SegmentedControl
          label={t('parties.layout')}
          className="self-start"
          value={part}
          onChange={setPart}
          options={(['quick', 'card'] as const).map((id) => ({ id, label: t(`parties.layout.${id}`) }))}
        />
        <p className="text-meta text-muted">{t(`parties.layout.${part}Hint`)}</p>
        <LayoutPart
          key={part}
          part={part}
          group={group.key}
          names={layout[part]}
          onChange={(names) => setLayout({ ...layout, [part]: names })}
        />
      </div>
    </Dialog>
  )
}

type PartProps = {
  part: Part
  group: string
  names: readonly string[]
  onChange: (names: readonly string[]) => void
}

const LayoutPart = ({ part, group, names, onChange }: PartProps) => {
  const t = useT()
  const { locale } = useUi()
  const { data } = useRoute(listCustomFieldsRoute, { query: { record: 'parties' } })
  const own = (data?.items ?? []).filter(
    ({ archivedAt, appliesTo }) =>
      archivedAt === null &&
      (appliesTo.length === 0 || appliesTo.some((scope) => scope === group || isKind(scope))),
  )
  const labels = new Map<string, string>([
    ...builtIn[part].map((name) => [name, t(fieldKey(name))] as const),
    ...own.map((field) => [`custom.${field.key}`, locale === 'fa' ? field.labelFa : field.labelEn] as const),
  ])
  const items = names.flatMap((id) => {
    const label = labels.get(id)
    return label === undefined ? [] : [{ id, label }]
  })
  const others = [...labels].flatMap(([id, label]) => (names.includes(id) ? [] : [{ id, label }]))
  return (
    <>
      <div className="overflow-hidden rounded-control border border-line">
        <SortableList
          label={t(`parties.layout.${part}`)}
          items={items}
          onReorder={(move) => onChange(reordered(items, move).map(({ id }) => id))}
          render={({ id, label }) => (
            <>
              <span className="me-auto min-w-0 truncate">{label}</span>
              <IconButton
                label={t('parties.layoutRemove', { name: label })}
                icon={<X />}
                onPress={() => onChange(names.filter((name) => name !== id))}
              />
            </>
          )}
          empty={<p className="p-4 text-center text-muted">{t('parties.layoutEmpty')}</p>}
        />
      </div>
      <ComboBox
        // Choosing one puts it into the list and empties the field.
        key={names.length}
        label={t('parties.layoutAdd')}
        value={null}
        options={others}
        onChange={(id) => id && onChange([...names, id])}
      />
    </>
  )
}

const isKind = (scope: string) => scope === 'person' || scope === 'organization'
