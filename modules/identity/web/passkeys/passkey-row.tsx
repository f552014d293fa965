import { useMutateRoute, useProblemText, useT } from '@peyvand/platform/web'
import { Button, confirm, IconButton, TextField, toast, useFormat } from '@peyvand/ui'
import { Fingerprint, Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type Passkey, removePasskeyRoute, renamePasskeyRoute } from '../../contract/index.ts'

const topics = ['session/passkeys']

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { id, name, createdAt, lastUsedAt } = passkey
  const [isRenaming, setRenaming] = useState(false)
  const removal = useMutateRoute(removePasskeyRoute, topics)
  const onError = (failure: Error) => void toast({ kind: 'bad', title: problem(failure) })
  const remove = async () => {
    const isSure = await confirm({
      title: t('identity.ui.passkeys.remove', { name }),
      body: t('identity.ui.passkeys.removeBody', { name }),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) removal.mutate({ params: { id } }, { onError })
  }
  if (isRenaming) return <RenameRow passkey={passkey} onDone={() => setRenaming(false)} />
  return (
    <li className="flex items-center gap-3 py-2">
      <Fingerprint size={18} className="shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <bdi>{name}</bdi>
        </p>
        <p className="text-meta text-muted">
          {t('identity.ui.passkeys.facts', {
            created: format.dateTime(createdAt),
            used: lastUsedAt
              ? t('identity.ui.passkeys.used', { when: format.relative(lastUsedAt) })
              : t('identity.ui.passkeys.unused'),
          })}
        </p>
      </div>
      <IconButton
        label={t('identity.ui.passkeys.rename', { name })}
        icon={<Pencil />}
        onPress={() => setRenaming(true)}
      />
      <IconButton
        label={t('identity.ui.passkeys.remove', { name })}
        icon={<Trash2 />}
        onPress={() => void remove()}
      />
    </li>
  )
}

function RenameRow({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const t = useT()
  const problem = useProblemText()
  const [name, setName] = useState(passkey.name)
  const renaming = useMutateRoute(renamePasskeyRoute, topics)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    renaming.mutate(
      { params: { id: passkey.id }, body: { name } },
      { onSuccess: onDone, onError: (failure) => toast({ kind: 'bad', title: problem(failure) }) },
    )
  }
  return (
    <li className="py-2">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('identity.ui.passkeys.name')}
          value={name}
          onChange={setName}
          className="min-w-48 flex-1"
        />
        <Button kind="primary" type="submit" isPending={renaming.isPending} isDisabled={name.trim() === ''}>
          {t('web.save')}
        </Button>
        <Button onPress={onDone}>{t('web.cancel')}</Button>
      </form>
    </li>
  )
}
