import type { faPapers } from './fa-papers.ts'

/** What goes to the other side, and what the screens of designs say. */
export const enPapers: Record<keyof typeof faPapers, string> = {
  'documents.mail.subject': '{title} {number} — {firm}',
  'documents.mail.withAmount':
    'Dear Sir or Madam,\n\nplease find our {title} no. {number} for {party}, amounting to {amount}.',
  'documents.mail.plain': 'Dear Sir or Madam,\n\nplease find our {title} no. {number} for {party}.',
  'documents.mail.open': 'Look at it and load the file:',
  'documents.mail.answer': 'On that page you can accept or reject this offer.',
  'documents.sms': '{firm}\n{title} no. {number}',
  'documents.page.gone': 'This address does not work any more',
  'documents.page.goneText':
    'Its time is over or the sender closed it. Please ask the sender for a new address.',
  'documents.page.replaced': 'A newer version of this document was sent.',
  'documents.page.cancelled': 'This document was cancelled.',
  'documents.page.expired': 'The time to accept this offer is over.',
  'documents.page.lines': 'Lines',
  'documents.page.pdf': 'Load the PDF',
  'documents.page.more': '{count} more lines are in the PDF.',
  'documents.page.answer': 'Your answer',
  'documents.page.answerHint': 'With your answer, your name, the time and your internet address are kept.',
  'documents.page.signer': 'First and last name',
  'documents.page.comment': 'Comment',
  'documents.page.accept': 'I accept',
  'documents.page.reject': 'I reject',
  'documents.page.problems': 'The answer was not taken:',
  'documents.page.accepted': '{signer} accepted this offer on {at}.',
  'documents.page.rejected': '{signer} rejected this offer on {at}.',
  'documents.page.acceptedByStaff': 'The acceptance of this offer was noted on {at}.',
  'documents.page.rejectedByStaff': 'The rejection of this offer was noted on {at}.',
  'error.documents.notDrawn': 'The document could not be made into a PDF; check the pictures of its design.',
  'error.documents.notSendable':
    'Only a document that is issued and neither cancelled nor replaced can be sent.',
  'error.documents.unknownDesign': 'This design was not found.',
  'error.documents.badMobile': 'This is no mobile number.',
}
