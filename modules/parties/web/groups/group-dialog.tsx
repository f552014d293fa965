import { type Color, colors } from '@peyvand/customization/contract'
import { callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, CodeField, Dialog, Select, TextField, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import { createPartyGroupRoute, type PartyGroup, updatePartyGroupRoute } from '../../contract/index.ts'
import { GroupIcon, groupIconNames } from '../display/group-icon.tsx'
import { exampleNumber, isNumberPattern } from './example-number.ts'
import { GroupMark } from './group-mark.tsx'
import { IconGrid } from './icon-grid.tsx'
import { StatesField } from './states-field.tsx'

/** Defines a group or changes one. */
export const GroupDialog = ({ group, onClose }: { group?: PartyGroup; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [nameFa, setNameFa] = useState(group?.nameFa ?? '')
  const [nameEn, setNameEn] = useState(group?.nameEn ?? '')
  const [icon, setIcon] = useState(group?.icon ?? 'users')
  const [color, setColor] = useState<Color>(group?.color ?? 'blue')
  const [pattern, setPattern] = useState(group?.numberPattern ?? '')
  const [states, setStates] = useState(group?.states ?? [])
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const isPatternWrong = pattern.trim() !== '' && !isNumberPattern(pattern)
  const canSave =
    nameFa.trim() !== '' && !isPatternWrong && states.every(({ labelFa }) => labelFa.trim() !== '')

  const save = async () => {
    if (!canSave) return
    setPending(true)
    const body = {
      nameFa: nameFa.trim(),
      ...(nameEn.trim() && { nameEn: nameEn.trim() }),
      icon,
      color,
      numberPattern: pattern.trim() || null,
      states: states.map((state) => ({ ...state, labelEn: state.labelEn.trim() || state.labelFa })),
    }
    try {
      await (group
        ? callApi(updatePartyGroupRoute, {
            params: { id: group.id },
            body: { ...body, version: group.version },
          })
        : callApi(createPartyGroupRoute, { body }))
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
      title={group ? t('parties.groupEdit', { name: group.nameFa }) : t('parties.groupNew')}
      footer={
        <>
          <Button kind="primary" isPending={isPending} isDisabled={!canSave} onPress={() => void save()}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <div className="flex items-end gap-3">
          <GroupMark icon={icon} color={color} />
          <TextField
            label={t('parties.groupNameFa')}
            value={nameFa}
            onChange={setNameFa}
            isRequired
            maxLength={80}
            className="flex-1"
          />
          <TextField
            label={t('parties.groupNameEn')}
            value={nameEn}
            onChange={setNameEn}
            dir="ltr"
            maxLength={80}
            className="flex-1"
          />
        </div>
        <IconGrid
          label={t('parties.groupIcon')}
          names={groupIconNames}
          value={icon}
          onChange={setIcon}
          renderIcon={(name) => <GroupIcon name={name} size={18} />}
        />
        <Select
          label={t('parties.groupColor')}
          options={colors.map((id) => ({ id, label: t(`parties.color.${id}`) }))}
          value={color}
          onChange={(next) => next && setColor(next)}
        />
        <CodeField
          label={t('parties.groupPattern')}
          description={
            pattern.trim() === '' || isPatternWrong
              ? t('parties.groupPatternHint', patternWords)
              : t('parties.groupPatternExample', { example: format.digits(exampleNumber(pattern, 42)) })
          }
          value={pattern}
          onChange={setPattern}
          {...(isPatternWrong && {
            errorMessage: t('parties.groupPatternWrong', { place: isolated('{n}') }),
          })}
        />
        <StatesField value={states} onChange={setStates} />
      </div>
    </Dialog>
  )
}

/** Braces are mirrored in Persian text unless they stand in an island of their own. */
const isolated = (text: string) => `\u2066${text}\u2069`
const patternWords = { place: isolated('{n:5}'), example: isolated('C-{n:5}') }
