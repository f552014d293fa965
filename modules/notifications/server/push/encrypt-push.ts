import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

const recordBytes = 4096
/** Marks the last record (RFC 8188 §2). */
const lastRecord = Buffer.from([2])

interface Receiver {
  /** The browser's public key and its secret, base64url. */
  p256dh: string
  auth: string
}

/** Only the test of the standard's own example gives these. */
interface Chosen {
  salt: Buffer
  privateKey: Buffer
}

/** A message that only that browser can read: RFC 8291 over the `aes128gcm` coding of RFC 8188. */
export function encryptPush(text: string, { p256dh, auth }: Receiver, chosen?: Chosen): Buffer {
  const salt = chosen?.salt ?? randomBytes(16)
  const own = createECDH('prime256v1')
  if (chosen) own.setPrivateKey(chosen.privateKey)
  else own.generateKeys()
  const receiverKey = Buffer.from(p256dh, 'base64url')
  const senderKey = own.getPublicKey()
  const shared = own.computeSecret(receiverKey)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiverKey, senderKey])
  const keyMaterial = derived(shared, Buffer.from(auth, 'base64url'), info, 32)
  const key = derived(keyMaterial, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derived(keyMaterial, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(lastRecord), cipher.final()])
  const header = Buffer.alloc(5)
  header.writeUInt32BE(recordBytes, 0)
  header.writeUInt8(senderKey.length, 4)
  return Buffer.concat([salt, header, senderKey, body, cipher.getAuthTag()])
}

const derived = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))
