import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'channels.email': 'E-mail',
  'channels.sms': 'SMS',
  'channels.state.queued': 'Waiting',
  'channels.state.sending': 'Being sent',
  'channels.state.sent': 'Sent',
  'channels.state.failed': 'Failed',
  'channels.state.uncertain': 'Uncertain',
  'channels.message.channel': 'Way',
  'channels.message.state': 'State',
  'channels.message.to': 'Receiver',
  'channels.message.subject': 'Subject',
  'channels.message.attempts': 'Attempts',
  'channels.message.fault': 'Answer of the server',
  'channels.message.createdAt': 'Asked for',
  'channels.message.sentAt': 'Sent',
  'channels.test.subject': 'Test message of Peyvand',
  'channels.test.text': 'This is a test message of “{firm}”. Sending works.',
  'error.channels.noMailServer': 'The firm has no mail server set up.',
  'error.channels.noSmsGateway': 'The firm has no SMS gateway set up.',
  'error.channels.attachmentGone': 'A file to be sent along is not there any more.',
  'error.channels.lost':
    'The program stopped in the middle of sending; whether it went out is not known. It is not sent again.',
  'error.channels.genericNeeded': 'Give the address of the gateway.',
  'error.channels.lineNeeded': 'Give the number of the sending line.',
  'error.channels.notMobile': 'This number is not right.',
}
