import type { Activity } from '@peyvand/activities/contract'
import { FileViewer, hasPreview, PaperView, useDrawing } from '@peyvand/files/web'
import { fetchFile, openFile, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, Callout, Card, DescriptionList, Link, Tag, toast, useFormat } from '@peyvand/ui'
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  drawLetterRoute,
  getLetterRoute,
  type Letter,
  type LetterPerson,
  type LinkedLetter,
} from '../../contract/index.ts'
import { useRegisterName } from '../use-register-name.ts'

/** A letter's register, people, links, paper and scans on its page; fills the slot `activities.activity`. */
export const LetterPanel = ({ activity }: { activity: Activity }) =>
  activity.kind === 'letter' && activity.deletedAt === null ? <Panel id={activity.id} /> : null

const Panel = ({ id }: { id: string }) => {
  const t = useT()
  const { data: letter } = useRoute(getLetterRoute, { params: { id } })
  if (!letter) return null
  const { voided, isWritten, files, body } = letter
  return (
    <>
      {voided && (
        <Callout tone="bad" title={t('letters.void')}>
          {voided.reason}
        </Callout>
      )}
      <Card title={t('letters.ui.secretariat')}>
        <Facts letter={letter} />
      </Card>
      {isWritten ? <Paper letter={letter} /> : <Text body={body} />}
      {files.some(hasPreview) && (
        <Card title={t('letters.ui.scans')}>
          <FileViewer files={files} className="h-[65dvh]" />
        </Card>
      )}
    </>
  )
}

/** The text of a letter that has no paper here. */
const Text = ({ body }: Pick<Letter, 'body'>) => {
  const t = useT()
  if (!body) return null
  return (
    <Card title={t('activities.field.body')}>
      <p dir="auto" className="text-prose break-words whitespace-pre-line">
        {body}
      </p>
    </Card>
  )
}

const Facts = ({ letter }: { letter: Letter }) => {
  const t = useT()
  const format = useFormat()
  const registerName = useRegisterName()
  const { register, registryNo, registeredAt, recipients, copies, links, linkedBy } = letter
  const facts: { label: string; value: ReactNode }[] = [
    { label: t('letters.register'), value: register && registerName(register) },
    {
      label: t('letters.registryNo'),
      value: registryNo ? (
        <bdi>{format.digits(registryNo)}</bdi>
      ) : (
        <Tag tone="warn">{t('letters.ui.draft')}</Tag>
      ),
    },
    { label: t('letters.registeredAt'), value: registeredAt && format.dateTime(registeredAt) },
    { label: t('letters.ui.recipients'), value: recipients.length > 0 && <People people={recipients} /> },
    { label: t('letters.ui.copies'), value: copies.length > 0 && <People people={copies} /> },
    { label: t('letters.ui.links'), value: links.length > 0 && <Links links={links} word="relation" /> },
    {
      label: t('letters.ui.linkedBy'),
      value: linkedBy.length > 0 && <Links links={linkedBy} word="inverse" />,
    },
  ]
  return <DescriptionList items={facts.filter(({ value }) => value !== null && value !== false)} />
}

const People = ({ people }: { people: readonly LetterPerson[] }) => (
  <ul className="flex flex-col gap-0.5">
    {people.map(({ name, title, reason, partyId }) => (
      <li key={`${name} ${title} ${reason}`}>
        {partyId ? <Link href={`/parties/${partyId}`}>{name}</Link> : <bdi>{name}</bdi>}
        {[title, reason].filter(Boolean).map((text) => (
          <span key={text} className="text-muted">
            {' · '}
            {text}
          </span>
        ))}
      </li>
    ))}
  </ul>
)

const Links = ({ links, word }: { links: readonly LinkedLetter[]; word: 'relation' | 'inverse' }) => {
  const t = useT()
  const format = useFormat()
  return (
    <ul className="flex flex-col gap-0.5">
      {links.map(({ id, relation, subject, number }) => (
        <li key={`${relation} ${id}`}>
          <span className="text-muted">{t(`letters.ui.${word}.${relation}`)} </span>
          <Link href={`/activities/${id}`}>
            {number && <bdi>{format.digits(number)}</bdi>} <bdi>{subject}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const Paper = ({ letter }: { letter: Letter }) => {
  const t = useT()
  const problem = useProblemText()
  const { id, version, voided } = letter
  const openPdf = async () => {
    try {
      openFile(await fetchFile(drawLetterRoute, { params: { id }, query: { format: 'pdf' } }))
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const drawing = useDrawing(`${id} ${version} ${voided?.at ?? ''}`, (signal) =>
    fetchFile(drawLetterRoute, { params: { id }, query: { format: 'svg' } }, { signal }),
  )
  return (
    <Card
      title={t('letters.ui.paper')}
      actions={
        <Button size="small" icon={<ExternalLink size={15} aria-hidden />} onPress={() => void openPdf()}>
          {t('letters.ui.openPdf')}
        </Button>
      }
    >
      <PaperView drawing={drawing} label={t('letters.ui.paper')} className="h-[70dvh]" />
    </Card>
  )
}
