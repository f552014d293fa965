import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'webhooks.webhook': 'Webhook',
  'webhooks.delivery.event': 'Event',
  'webhooks.delivery.state': 'State',
  'webhooks.delivery.state.waiting': 'Waiting',
  'webhooks.delivery.state.delivered': 'Delivered',
  'webhooks.delivery.state.failed': 'Failed',
  'webhooks.delivery.status': 'Answer code',
  'webhooks.delivery.createdAt': 'Time',
  'error.webhooks.passwordInAddress':
    'Leave user name and password out of the address; the receiver knows Peyvand by the signature.',
  'error.webhooks.notSecure': 'The address must begin with https.',
  'error.webhooks.unknownEvent': 'There is no event “{event}”.',
  'error.webhooks.tooMany': 'There cannot be more than {most, number} webhooks.',
  'error.webhooks.isOff': 'The webhook is off.',
  'error.webhooks.stillWaiting': 'This delivery still waits and is tried again by itself.',
  'error.webhooks.testOnly': 'A test is not repeated; send a new one.',
  'error.webhooks.refused': 'The receiver did not accept it.',
  'error.webhooks.held': 'The receiver failed again and again, and the 24 hours of this delivery are over.',
}
