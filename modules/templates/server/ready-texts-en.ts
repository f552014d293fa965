import type { ReadyTexts } from './ready-texts.ts'

/** What an English-speaking firm starts with; all of it may be changed or archived. */
export const readyTextsEn: ReadyTexts = {
  templates: [
    {
      name: 'Business letter',
      kind: 'letter',
      category: 'general',
      subject: null,
      body: `Dear {{party.salutation}} {{party.lastName|Sir or Madam}},


Yours sincerely
{{user.name}}
[[{{user.jobTitle}}
]]{{firm.name}}`,
    },
    {
      name: 'Invitation to a meeting',
      kind: 'letter',
      category: 'invitation',
      subject: 'Invitation to a meeting',
      body: `Dear {{party.salutation}} {{party.name}},

We would like to invite you to a meeting on {{party.meetingDate|…}} at {{party.meetingTime|…}}[[, {{party.meetingPlace}}]].

Yours sincerely
{{user.name}}
{{firm.name}}`,
    },
    {
      name: 'Follow-up of a quotation',
      kind: 'email',
      category: 'followUp',
      subject: 'Your quotation from {{firm.name}}',
      body: `Dear {{party.salutation}} {{party.name}},

You recently received a quotation from us. May we ask whether it meets your needs? We are glad to explain or change it.

Kind regards
{{user.name}}
{{firm.name}}[[
Phone: {{user.mobile}}]]`,
    },
    {
      name: 'Meeting reminder',
      kind: 'sms',
      category: 'invitation',
      subject: null,
      body: 'Reminder of our meeting: {{party.meetingDate|…}} at {{party.meetingTime|…}}[[, {{party.meetingPlace}}]]. {{firm.name}}',
    },
    {
      name: 'Thanks after a call',
      kind: 'sms',
      category: 'followUp',
      subject: null,
      body: 'Thank you for the talk today, {{party.name}}. {{user.name}}, {{firm.name}}',
    },
    {
      name: 'Birthday wishes',
      kind: 'sms',
      category: 'occasions',
      subject: null,
      body: 'Happy birthday, {{party.name}}. {{firm.name}}',
    },
    {
      name: 'Introduction',
      kind: 'telegram',
      category: 'sales',
      subject: null,
      body: `Hello {{party.name}},
this is {{user.name}} from {{firm.name}}. I am sending you the list of our services; I am glad to answer any question.`,
    },
    {
      name: 'Summary of a call',
      kind: 'call',
      category: 'general',
      subject: 'Call with {{party.name}}',
      body: `What it was about: 
What the customer wants: 
What was promised: `,
    },
  ],
  script: {
    name: 'Needs of a new customer',
    description: 'The first call to somebody who has just come to know the firm.',
    definition: {
      outcomes: [
        { id: 'meet', label: 'Meeting arranged', result: 'successful' },
        { id: 'later', label: 'Call again', result: 'callAgain' },
        { id: 'no', label: 'Not interested', result: 'notInterested' },
      ],
      steps: [
        {
          id: 'hello',
          title: 'Opening',
          text: 'Hello {{party.name}}, this is {{user.name}} from {{firm.name}}. Do you have a few minutes?',
          question: {
            type: 'single',
            label: 'Has time to talk?',
            required: true,
            options: [
              { id: 'yes', label: 'Yes', next: { step: 'need' } },
              { id: 'later', label: 'Another time', next: { step: 'when' } },
              { id: 'no', label: 'Not interested', next: { outcome: 'no' } },
            ],
          },
          next: null,
        },
        {
          id: 'need',
          title: 'Needs',
          text: 'To advise you well: which of these do you need?',
          question: {
            type: 'multi',
            label: 'Needs',
            required: true,
            options: [
              { id: 'product', label: 'Products', next: null },
              { id: 'service', label: 'Service and support', next: null },
              { id: 'advice', label: 'Advice', next: null },
            ],
          },
          next: { step: 'budget' },
        },
        {
          id: 'budget',
          title: 'Budget',
          text: 'What budget have you set aside for it?',
          question: { type: 'number', label: 'Budget (million Toman)', required: false, options: [] },
          next: { step: 'meeting' },
        },
        {
          id: 'meeting',
          title: 'Next appointment',
          text: 'I suggest a short meeting.',
          question: {
            type: 'single',
            label: 'Accepts a meeting?',
            required: true,
            options: [
              { id: 'yes', label: 'Yes', next: { outcome: 'meet' } },
              { id: 'later', label: 'Later', next: { step: 'when' } },
            ],
          },
          next: null,
        },
        {
          id: 'when',
          title: 'When to call again',
          text: 'Which day suits you for another call?',
          question: { type: 'date', label: 'Day of the next call', required: false, options: [] },
          next: { outcome: 'later' },
        },
      ],
    },
  },
}
