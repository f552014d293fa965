import { uploadFileRoute } from '@peyvand/files/contract'
import { uploadFile, useProblemText, useT } from '@peyvand/platform/web'
import { Button, FileButton, toast } from '@peyvand/ui'
import { Building2, User } from 'lucide-react'
import { useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { PartyAvatar } from '../display/party-avatar.tsx'
import type { PartyFormValues } from './party-form-values.ts'

const maxBytes = 5 * 1024 * 1024

/** Photo of a person or logo of an organisation, uploaded at once and kept with the record on saving. */
export const PhotoField = () => {
  const t = useT()
  const problem = useProblemText()
  const { control } = useFormContext<PartyFormValues>()
  const { field } = useController({ control, name: 'photoFileId' })
  const [isPending, setPending] = useState(false)
  const [kind, name, firstName, lastName] = useWatch({
    control,
    name: ['kind', 'name', 'firstName', 'lastName'],
  })
  const shownName = kind === 'person' ? [firstName, lastName].filter(Boolean).join(' ') : name

  const upload = async (file: File) => {
    setPending(true)
    try {
      field.onChange((await uploadFile(uploadFileRoute, file)).id)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <fieldset aria-label={t('parties.field.photo')} className="min-w-0 flex items-center gap-3">
      {shownName || field.value ? (
        <PartyAvatar party={{ name: shownName ?? '', kind, photoFileId: field.value }} size={56} />
      ) : (
        <span className="grid size-14 place-items-center rounded-panel bg-surface-2 text-muted" aria-hidden>
          {kind === 'person' ? <User size={24} /> : <Building2 size={24} />}
        </span>
      )}
      <FileButton
        size="small"
        accept={['image/png', 'image/jpeg', 'image/webp']}
        maxBytes={maxBytes}
        isPending={isPending}
        onFiles={([file]) => file && void upload(file)}
      >
        {t('parties.form.choosePhoto')}
      </FileButton>
      {field.value && (
        <Button size="small" kind="quiet" onPress={() => field.onChange(null)}>
          {t('parties.form.removePhoto')}
        </Button>
      )}
    </fieldset>
  )
}
