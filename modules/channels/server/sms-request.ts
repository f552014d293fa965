import type { SmsGatewayRow } from './sms-gateway.ts'

/** One exchange with a gateway as its maker documents it. */
export interface SmsRequest {
  url: string
  headers: Record<string, string>
  body: string
  /** What a well-formed answer says. */
  read(answer: { status: number; body: unknown }): SmsReading
}

/** `busy`: the gateway did not take it now and may later. */
export type SmsReading =
  | { taken: true; providerId: string | null }
  | { taken: false; busy: boolean; fault: string }

type Gateway = SmsGatewayRow
interface Sms {
  id: string
  /** E.164. */
  to: string
  text: string
}

const json = { 'content-type': 'application/json', accept: 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }

/** Iranian gateways take national numbers (`0912…`); abroad begins with `00`. */
const national = (e164: string): string =>
  e164.startsWith('+98') ? `0${e164.slice(3)}` : e164.replace(/^\+/, '00')

/** The request that sends one SMS; `secret` is the key in the clear. */
export const smsRequest = (gateway: Gateway, sms: Sms): SmsRequest => makers[gateway.provider](gateway, sms)

const makers: Record<Gateway['provider'], (gateway: Gateway, sms: Sms) => SmsRequest> = {
  /** kavenegar.com/rest.html: success is `return.status` 200 whatever HTTP says; `localid` refuses a repetition. */
  kavenegar: ({ secret, lineNumber }, { id, to, text }) => ({
    url: `https://api.kavenegar.com/v1/${encodeURIComponent(secret ?? '')}/sms/send.json`,
    headers: form,
    body: String(
      new URLSearchParams({
        receptor: national(to),
        message: text,
        localid: localIdOf(id),
        ...(lineNumber ? { sender: lineNumber } : {}),
      }),
    ),
    read: ({ status, body }) => {
      const answer = body as {
        return?: { status?: number; message?: string }
        entries?: { messageid?: number }[]
      }
      const code = answer.return?.status ?? status
      if (code === 200) return { taken: true, providerId: idText(answer.entries?.[0]?.messageid) }
      return { taken: false, busy: code === 409, fault: faultText(code, answer.return?.message) }
    },
  }),

  /** sms.ir v1: envelope `{ status: 1 }`; 429 is too many at once. */
  smsIr: ({ secret, lineNumber }, { to, text }) => ({
    url: 'https://api.sms.ir/v1/send/bulk',
    headers: { ...json, 'x-api-key': secret ?? '' },
    body: JSON.stringify({
      lineNumber: Number(lineNumber),
      messageText: text,
      mobiles: [national(to)],
    }),
    read: ({ status, body }) => {
      const answer = body as { status?: number; message?: string; data?: { messageIds?: number[] } }
      if (status === 200 && answer.status === 1)
        return { taken: true, providerId: idText(answer.data?.messageIds?.[0]) }
      return { taken: false, busy: status === 429, fault: faultText(answer.status ?? status, answer.message) }
    },
  }),

  /** rest.payamak-panel.com: `RetStatus` 1 is success, `Value` the message's number; a small one is a fault. */
  melipayamak: ({ secret, username, lineNumber }, { to, text }) => ({
    url: 'https://rest.payamak-panel.com/api/SendSMS/SendSMS',
    headers: form,
    body: String(
      new URLSearchParams({
        username: username ?? '',
        password: secret ?? '',
        to: national(to),
        from: lineNumber ?? '',
        text,
        isFlash: 'false',
      }),
    ),
    read: ({ body }) => {
      const answer = body as { Value?: string; RetStatus?: number; StrRetStatus?: string }
      if (answer.RetStatus === 1) return { taken: true, providerId: idText(answer.Value) }
      return { taken: false, busy: false, fault: faultText(answer.RetStatus, answer.StrRetStatus) }
    },
  }),

  generic: ({ secret, lineNumber, generic }, { to, text }) => {
    if (!generic) throw new Error('a gateway of another maker has an address')
    const values = {
      [generic.toField]: to,
      [generic.textField]: text,
      ...(generic.fromField && lineNumber ? { [generic.fromField]: lineNumber } : {}),
    }
    return {
      url: generic.url,
      headers: {
        ...(generic.format === 'json' ? json : form),
        ...(generic.keyHeader && secret ? { [generic.keyHeader]: secret } : {}),
      },
      body: generic.format === 'json' ? JSON.stringify(values) : String(new URLSearchParams(values)),
      read: ({ status }) =>
        status >= 200 && status < 300
          ? { taken: true, providerId: null }
          : { taken: false, busy: status === 429 || status === 503, fault: faultText(status, undefined) },
    }
  },
}

/** Kavenegar's own numbers are whole and below 2^63; the random end of our id serves. */
const localIdOf = (id: string): string => BigInt(`0x${id.replaceAll('-', '').slice(-15)}`).toString()

const idText = (value: number | string | undefined): string | null =>
  value === undefined ? null : String(value)

const faultText = (code: number | undefined, message: string | undefined): string =>
  [message, code === undefined ? null : `(${code})`].filter(Boolean).join(' ') || 'no answer'
