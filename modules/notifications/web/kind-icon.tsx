import {
  AlarmClock,
  BellRing,
  CalendarCheck,
  CalendarX,
  ClipboardCheck,
  CornerUpLeft,
  FileCheck2,
  FileX2,
  Forward,
  ListChecks,
  type LucideIcon,
  MessageSquareReply,
  PhoneCall,
  Share2,
  Stamp,
  TriangleAlert,
  Undo2,
  UserCheck,
} from 'lucide-react'
import type { NotificationKind } from '../contract/index.ts'

const icons: Record<NotificationKind, LucideIcon> = {
  referralReceived: Forward,
  referralAnswered: MessageSquareReply,
  referralReturned: CornerUpLeft,
  referralRecalled: Undo2,
  referralNudged: BellRing,
  referralDue: AlarmClock,
  referralOverdue: TriangleAlert,
  activityAssigned: ClipboardCheck,
  activityDue: AlarmClock,
  activityOverdue: TriangleAlert,
  meetingInvited: CalendarCheck,
  meetingChanged: CalendarCheck,
  meetingCancelled: CalendarX,
  meetingAnswered: UserCheck,
  documentWaiting: Stamp,
  documentDeclined: CornerUpLeft,
  documentAccepted: FileCheck2,
  documentRejected: FileX2,
  partyShared: Share2,
  leadAssigned: UserCheck,
  leadLate: TriangleAlert,
  nextContactToday: PhoneCall,
  nextContactOverdue: PhoneCall,
  operationFinished: ListChecks,
  webhookStopped: TriangleAlert,
  reminder: AlarmClock,
}

const urgent: readonly NotificationKind[] = [
  'referralOverdue',
  'activityOverdue',
  'leadLate',
  'meetingCancelled',
  'webhookStopped',
]

/** The picture of a kind, in the colour of its urgency. */
export const KindIcon = ({ kind }: { kind: NotificationKind }) => {
  const Icon = icons[kind]
  const tone = urgent.includes(kind) ? 'bg-bad-soft text-bad' : 'bg-accent-soft text-accent-text'
  return (
    <span className={`grid size-8 shrink-0 place-items-center rounded-control ${tone}`} aria-hidden>
      <Icon size={16} />
    </span>
  )
}
