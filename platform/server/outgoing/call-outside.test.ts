import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { allowedAddress } from './allowed-address.ts'
import { callOutside } from './call-outside.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serving(handler: RequestListener): Promise<string> {
  server = createServer(handler)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const here = { insideHosts: ['127.0.0.1', 'localhost'] }

test.each([
  '127.0.0.1',
  'localhost',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '[::1]',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  'fd00::1',
  'fe80::1',
])('%s is refused: it is of the own machine or network', async (host) => {
  await expect(allowedAddress(host, [])).rejects.toMatchObject({ code: 'outgoing.insideHost' })
})

test('a host of the outside, and an inside one that the installation names, are let through', async () => {
  expect(await allowedAddress('93.184.215.14', [])).toEqual({ address: '93.184.215.14', family: 4 })
  expect(await allowedAddress('192.168.1.1', ['192.168.1.1'])).toEqual({ address: '192.168.1.1', family: 4 })
})

test('a name that nobody knows is told so', async () => {
  await expect(allowedAddress('mail.nowhere.invalid', [])).rejects.toMatchObject({
    code: 'outgoing.unknownHost',
  })
})

test('a redirect is an answer, not a way around the check', async () => {
  const url = await serving((_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/secrets' }).end()
  })
  expect((await callOutside(here, { url })).status).toBe(302)
})

test('body and headers arrive, the answer comes back', async () => {
  const url = await serving((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () =>
      response.end(`${String(request.headers['x-key'])} ${Buffer.concat(chunks).toString()}`),
    )
  })
  const answer = await callOutside(here, { url, method: 'POST', headers: { 'x-key': 'k' }, body: 'سلام' })
  expect(answer).toMatchObject({ status: 200, text: 'k سلام' })
})

test('nobody listening is a failure before anything was sent', async () => {
  const url = await serving(() => {})
  server?.close()
  await expect(callOutside(here, { url })).rejects.toMatchObject({ name: 'OutsideFailure', begun: false })
})

test('a server that never answers, or answers without end, is left', async () => {
  const silent = await serving(() => {})
  await expect(callOutside(here, { url: silent, timeoutMs: 200 })).rejects.toMatchObject({ begun: true })
  server?.closeAllConnections()
  const endless = await serving((_request, response) => {
    const more = setInterval(() => response.write('x'.repeat(10_000)), 1)
    response.on('close', () => clearInterval(more))
  })
  await expect(callOutside(here, { url: endless, maxBytes: 50_000 })).rejects.toThrow(/too long/)
})
