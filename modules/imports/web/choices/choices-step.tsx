import type { Import, ImportSettings } from '@peyvand/imports/contract'
import { listPartyGroupsRoute } from '@peyvand/parties/contract'
import { TagsField, useColleagues } from '@peyvand/parties/web'
import { useRoute, useT } from '@peyvand/platform/web'
import { Card, ComboBox, MultiSelect, RadioGroup, useUi } from '@peyvand/ui'
import type { ChangeImport } from '../wizard/use-import-change.ts'
import { MoreChoices } from './more-choices.tsx'

const duplicateChoices = ['skip', 'fill', 'overwrite', 'new'] as const

type Props = { imported: Import; change: ChangeImport }

/** Where new records go and what becomes of those that exist already. */
export const ChoicesStep = ({ imported, change }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const { settings, record } = imported
  const isOfParties = record === 'parties'
  // Products are nobody's, and deals have no tags.
  const hasOwner = record !== 'products'
  const hasTags = record !== 'deals'
  const set = (part: Partial<ImportSettings>) => change({ settings: part })
  const { data } = useRoute(listPartyGroupsRoute, { query: {} }, { staleTime: 60_000 })
  const groups = (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null)
  const colleagues = useColleagues()
  return (
    <>
      <Card title={t('imports.choices.new')}>
        <div className="grid gap-3.5 md:grid-cols-3">
          {isOfParties && (
            <MultiSelect
              label={t('imports.choices.groups')}
              description={t('imports.choices.groupsHint')}
              options={groups.map(({ key, nameFa, nameEn }) => ({
                id: key,
                label: locale === 'fa' ? nameFa : nameEn,
              }))}
              value={settings.groups}
              onChange={(next) => set({ groups: next })}
            />
          )}
          {hasOwner && (
            <ComboBox
              label={t('imports.choices.owner')}
              description={t('imports.choices.ownerHint')}
              options={colleagues}
              value={settings.ownerId}
              onChange={(ownerId) => set({ ownerId })}
              placeholder={t('imports.choices.ownerSelf')}
            />
          )}
          {hasTags && (
            <TagsField
              label={t('imports.choices.tags')}
              value={settings.tagIds}
              onChange={(tagIds) => set({ tagIds })}
            />
          )}
        </div>
      </Card>
      <Card title={t('imports.choices.duplicates')}>
        <RadioGroup
          aria-label={t('imports.choices.duplicates')}
          options={duplicateChoices.map((id) => ({
            id,
            label: t(`imports.duplicates.${id}`),
            description: t(`imports.duplicates.${id}Hint`),
          }))}
          value={settings.duplicates}
          onChange={(duplicates) => set({ duplicates })}
        />
      </Card>
      {isOfParties && <MoreChoices settings={settings} set={set} />}
    </>
  )
}
