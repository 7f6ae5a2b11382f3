import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive by their path, from its central directory (APPNOTE 4.3.12). */
export function unzipped(bytes) {
  const files = new Map()
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, named, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(begins, begins + size)
    files.set(bytes.toString('utf8', at + 46, at + 46 + named), method === 0 ? packed : inflateRawSync(packed))
    at += 46 + named + extra + comment
  }
  return files
}
