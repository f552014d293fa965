import type { faRights } from './fa-rights.ts'

export const enRights: Record<keyof typeof faRights, string> = {
  'identity.access.everything': 'Is an administrator and sees every record that is not confidential.',
  'identity.access.noRole': 'No role of theirs grants “{action}”.',
  'identity.access.all': '“{action}” in their role reaches all records.',
  'identity.access.own': 'They own this record, and “{action}” reaches their own records.',
  'identity.access.team':
    'The record belongs to the team “{team}”, of which they are a member (“{action}”: team).',
  'identity.access.subtree':
    'The record belongs to the team “{team}”, which is theirs or below it (“{action}”: team and below).',
  'identity.access.beyond.own': '“{action}” reaches only their own records; the owner of this one: {owner}.',
  'identity.access.beyond.team':
    '“{action}” reaches only their own records and their teams’; the owner of this one: {owner}, team: {team}.',
  'identity.access.beyond.subtree':
    '“{action}” reaches only their own records, their teams’ and the teams’ below; the owner of this one: {owner}, team: {team}.',
  'identity.access.inactive': 'This user is not active and cannot sign in.',
  'identity.ui.access': 'Who sees what',
  'identity.ui.access.hint': 'Choose a user and a record to read why it is seen or not.',
  'identity.ui.access.whoSees': 'Who sees this?',
  'identity.ui.access.ofUser': 'Check access',
  'identity.ui.access.user': 'User',
  'identity.ui.access.record': 'Record',
  'identity.ui.access.recordHint': 'Type a part of its name, number or subject.',
  'identity.ui.access.sees': '{user} sees “{record}”.',
  'identity.ui.access.seesNot': '{user} does not see “{record}”.',
  'identity.ui.access.reasons': 'Reasons',
  'identity.ui.access.opens': 'Opens it',
  'identity.ui.access.closes': 'Closes it',
  'identity.ui.access.actions': 'What they may do with it',
  'identity.ui.access.allowed': 'Allowed',
  'identity.ui.access.refused': 'Not allowed',
  'identity.ui.access.fromRole': '{role} ({scope})',
  'identity.ui.access.noRole': 'From no role',
  'identity.ui.access.fields': 'Restricted fields',
  'identity.ui.access.noFields': 'No field is hidden from them or restricted.',
  'identity.ui.scope.none': 'none',
  'identity.ui.scope.own': 'own records',
  'identity.ui.scope.team': 'team',
  'identity.ui.scope.subtree': 'team and below',
  'identity.ui.scope.all': 'all',
  'identity.ui.access.rights': 'Special rights',

  'error.users.handOverReach': 'To hand this over, your permission to edit must reach all records.',
  'error.users.heirNeeded': 'Choose who takes this over, or leave it where it is.',
  'identity.ui.leaver': 'Departure',
  'identity.ui.leaver.of': 'Departure of {name}',
  'identity.ui.leaver.hint':
    'Give their work to colleagues; then their sessions and keys are closed and their access ends. What they recorded stays.',
  'identity.ui.leaver.allTo': 'Everything to',
  'identity.ui.leaver.heir': 'Who takes over: {kind}',
  'identity.ui.leaver.stays': 'Stays where it is',
  'identity.ui.leaver.nothing': 'They have nothing in hand.',
  'identity.ui.leaver.closes':
    '{sessions, plural, one {# session} other {# sessions}} and {apiKeys, plural, one {# API key} other {# API keys}} will be closed.',
  'identity.ui.leaver.submit': 'Hand over and end access',
  'identity.ui.leaver.confirm':
    'The access of {name} ends at once. The new owners of parties and activities can be undone for 30 days, and the user can be activated again.',
  'identity.ui.leaver.done': 'The access of {name} has ended.',
  'identity.ui.leaver.moved': '{kind}: {count, plural, one {# handed over} other {# handed over}}.',
  'identity.ui.leaver.moving':
    '{kind}: {count, plural, one {# is} other {# are}} being handed over in the background.',
  'identity.ui.leaver.toUsers': 'Back to users',

  'error.passkeys.refused': 'This passkey was not accepted; try again or sign in by password.',
  'identity.ui.passkeys': 'Passkeys',
  'identity.ui.passkeys.hint':
    'Sign in without a password, by fingerprint, face or the lock of this device. A passkey is two steps by itself and needs no code.',
  'identity.ui.passkeys.add': 'Add a passkey',
  'identity.ui.passkeys.name': 'Name of the passkey',
  'identity.ui.passkeys.rename': 'Rename {name}',
  'identity.ui.passkeys.remove': 'Remove {name}',
  'identity.ui.passkeys.removeBody': '“{name}” will sign in no more. Your password goes on working.',
  'identity.ui.passkeys.added': 'The passkey was added.',
  'identity.ui.passkeys.facts': 'Made {created}, {used}',
  'identity.ui.passkeys.used': 'last used {when}',
  'identity.ui.passkeys.unused': 'not used yet',
  'identity.ui.passkeys.cancelled': 'The device did not give the passkey, or you cancelled.',
  'identity.ui.passkeys.unsupported':
    'Passkeys work only at a secure address (https) or on this very computer (localhost).',
  'identity.ui.passkeys.signIn': 'Sign in with a passkey',
}
