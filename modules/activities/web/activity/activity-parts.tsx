import type { FileRef } from '@peyvand/files/contract'
import { fileUrl, useFileSize } from '@peyvand/files/web'
import { callApi, invalidateTopics, useProblemText, useSession, useT } from '@peyvand/platform/web'
import {
  Avatar,
  Card,
  Checkbox,
  Link,
  ProgressBar,
  SegmentedControl,
  Tag,
  toast,
  useFormat,
} from '@peyvand/ui'
import { Paperclip } from 'lucide-react'
import { type Activity, respondToActivityRoute, tickChecklistItemRoute } from '../../contract/index.ts'
import { ActivityIcon } from '../display/activity-icon.tsx'
import { activityTopics } from './activity-topics.ts'

type Props = { activity: Activity }

/** The steps of a task, ticked where they are read. */
export const ChecklistCard = ({ activity }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const { task, can, id } = activity
  if (!task || (task.checklist.length === 0 && task.progress === 0)) return null
  const tick = (itemId: string, done: boolean) =>
    callApi(tickChecklistItemRoute, { params: { id, itemId }, body: { done } }).then(
      () => invalidateTopics(activityTopics),
      (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
    )
  return (
    <Card title={t('activities.checklist')}>
      <ProgressBar label={t('activities.form.progress')} value={task.progress} />
      <ul className="mt-2 flex flex-col">
        {task.checklist.map((item) => (
          <li key={item.id}>
            <Checkbox
              value={item.done}
              isReadOnly={!can.update}
              onChange={(done) => void tick(item.id, done)}
            >
              <span className={item.done ? 'text-muted line-through' : ''}>{item.title}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const answers = ['accepted', 'tentative', 'declined'] as const

/** Who comes, and one's own answer to the invitation. */
export const ParticipantsCard = ({ activity }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const { user } = useSession()
  const { participants, can, id } = activity
  const own = participants.find((one) => one.type === 'user' && one.id === user.id)?.response
  if (participants.length === 0) return null
  const respond = (response: (typeof answers)[number]) =>
    callApi(respondToActivityRoute, { params: { id }, body: { response } }).then(
      () => invalidateTopics(activityTopics),
      (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
    )
  return (
    <Card title={t('activities.field.participant')}>
      <ul className="flex flex-col gap-1.5">
        {participants.map(({ type, id: personId, name, response }) => (
          <li key={`${type} ${personId}`} className="flex items-center gap-2">
            <Avatar name={name} size={24} />
            {type === 'party' ? (
              <Link href={`/parties/${personId}`}>{name}</Link>
            ) : (
              <span className="min-w-0 truncate">{name}</span>
            )}
            <Tag
              className="ms-auto"
              tone={response === 'accepted' || response === 'attended' ? 'ok' : 'neutral'}
            >
              {t(`activities.response.${response}`)}
            </Tag>
          </li>
        ))}
      </ul>
      {can.respond && (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          {t('activities.respond')}
          <SegmentedControl
            label={t('activities.respond')}
            value={own as (typeof answers)[number]}
            options={answers.map((answer) => ({ id: answer, label: t(`activities.answer.${answer}`) }))}
            onChange={(answer) => void respond(answer)}
          />
        </p>
      )}
    </Card>
  )
}

/** What is attached, to open or save. */
export const FilesCard = ({ files }: { files: readonly FileRef[] }) => {
  const t = useT()
  if (files.length === 0) return null
  return (
    <Card title={t('files.attachments')}>
      <FileLinks files={files} />
    </Card>
  )
}

/** The names of files as links; pictures and PDF open beside the page, others are saved. */
export const FileLinks = ({ files }: { files: readonly FileRef[] }) => {
  const t = useT()
  const sizeText = useFileSize()
  return (
    <ul aria-label={t('files.attachments')} className="flex flex-col gap-1">
      {files.map(({ id, name, type, size }) => {
        const inline = type.startsWith('image/') || type === 'application/pdf'
        return (
          <li key={id} className="flex items-center gap-2">
            <Paperclip size={14} className="shrink-0 text-muted" aria-hidden />
            <Link href={fileUrl(id, { inline })} target="_blank" className="min-w-0 break-words">
              <bdi>{name}</bdi>
            </Link>
            <span className="text-meta whitespace-nowrap text-muted">{sizeText(size)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** What it follows and what follows it. */
export const RelatedCard = ({ activity }: Props) => {
  const t = useT()
  const { followUpOf, followUps } = activity
  if (!followUpOf && followUps.length === 0) return null
  return (
    <Card title={t('activities.related')}>
      <ul className="flex flex-col gap-2">
        {followUpOf && <RelatedLine link={followUpOf} word={t('activities.follows')} />}
        {followUps.map((link) => (
          <RelatedLine key={link.id} link={link} word={t('activities.followUp')} />
        ))}
      </ul>
    </Card>
  )
}

const RelatedLine = ({ link, word }: { link: Activity['followUps'][number]; word: string }) => {
  const t = useT()
  const format = useFormat()
  return (
    <li className="flex items-center gap-2.5">
      <ActivityIcon kind={link.kind} />
      <span className="min-w-0 flex-1">
        <Link href={`/activities/${link.id}`} className="block truncate">
          {link.subject}
        </Link>
        <span className="text-meta text-muted">
          {word} · {t(`activities.status.${link.status}`)} · {format.relative(link.dueAt ?? link.at)}
        </span>
      </span>
    </li>
  )
}
