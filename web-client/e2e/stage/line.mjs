// A person's line to the service: a small forward proxy that the browser of one person goes through. It keeps every
// byte that came down to that browser (asked for without compression), and it can be cut and mended.
import http from 'node:http'
import net from 'node:net'
import { Pace } from './pace.mjs'

export class Line {
  #server
  #sockets = new Set()
  #received = []
  #is = 'whole'
  #age = 0
  #other = new Map()
  /** Up and down, once the line is slow. */
  #paces = null

  static async open() {
    const line = new Line()
    line.#server = http.createServer((request, response) => line.#pass(request, response))
    line.#server.on('connect', (request, socket, head) => line.#tunnel(request, socket, head))
    line.#server.on('connection', (socket) => {
      line.#sockets.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => line.#sockets.delete(socket))
      if (line.#is === 'cut') socket.destroy()
      if (!line.#paces) return
      socket.pause()
      setTimeout(() => socket.resume(), 2 * line.#paces.rtt)
    })
    await new Promise((ready) => line.#server.listen(0, '127.0.0.1', ready))
    return line
  }

  get proxy() {
    return { server: `http://127.0.0.1:${this.#server.address().port}` }
  }

  /** Whether these characters (ASCII, so that no escaping hides them) came down, also across two pieces. */
  received(text) {
    return Buffer.concat(this.#received).includes(text)
  }

  get bytes() {
    return this.#received.reduce((sum, piece) => sum + piece.length, 0)
  }

  cut() {
    this.#is = 'cut'
    for (const socket of this.#sockets) socket.destroy()
  }

  /** What goes up still arrives; nothing comes down any more on what is open. */
  deafen() {
    this.#is = 'deaf'
  }

  /** New connections work again; what was cut or deaf stays dead. */
  mend() {
    for (const socket of this.#sockets) socket.destroy()
    this.#is = 'whole'
  }

  /** Nothing goes either way any more, and nobody is told: a phone out of reach. */
  vanish() {
    this.#is = 'gone'
  }

  /** In reach again: new connections work; the old ones are dead and still nobody is told. */
  appear() {
    this.#age++
    this.#is = 'whole'
  }

  /**
   * As slow as this from now on, compressed as the service sends it. A new connection costs two round trips before it carries
   * anything, as with TLS.
   * @param rtt round trip in ms
   */
  slow({ kbpsDown, kbpsUp, rtt }) {
    this.#paces = { rtt, down: new Pace(kbpsDown, rtt / 2), up: new Pace(kbpsUp, rtt / 2) }
  }

  /** From now on what comes down from this path is what `change` makes of it. */
  changes(path, change) {
    this.#other.set(path, change)
  }

  async close() {
    this.cut()
    await new Promise((done) => this.#server.close(done))
  }

  #down(from, to) {
    const age = this.#age
    from.on('data', (piece) => {
      if (this.#is !== 'whole' || age !== this.#age) return
      this.#received.push(piece)
      this.#carry('down', piece.length, () => to.write(piece))
    })
    from.on('end', () => this.#is !== 'gone' && age === this.#age && this.#carry('down', 0, () => to.end()))
  }

  #up(from, to) {
    const age = this.#age
    from.on('data', (piece) => this.#is !== 'gone' && age === this.#age && this.#carry('up', piece.length, () => to.write(piece)))
    from.on('end', () => this.#carry('up', 0, () => to.end()))
  }

  #carry(way, bytes, done) {
    if (this.#paces) this.#paces[way].carry(bytes, done)
    else done()
  }

  #pass(request, response) {
    const headers = this.#other.size > 0 ? unconditional(request.headers) : request.headers
    const plain = this.#paces === null
    const up = http.request(request.url, { method: request.method, headers: plain ? { ...headers, 'accept-encoding': 'identity' } : headers }, (answer) => {
      if (plain && answer.headers['content-encoding']) throw new Error(`compressed in spite of being asked not to: ${request.url}`)
      const change = answer.statusCode === 200 ? this.#other.get(new URL(request.url).pathname) : undefined
      const { 'content-length': _, ...headers } = answer.headers
      response.writeHead(answer.statusCode, change ? headers : answer.headers)
      if (change) void answer.toArray().then((pieces) => response.end(change(Buffer.concat(pieces).toString())))
      else this.#down(answer, response)
    })
    up.on('error', () => response.destroy())
    response.on('close', () => up.destroy())
    this.#up(request, up)
  }

  /** A WebSocket asks for a tunnel. */
  #tunnel(request, socket, head) {
    const { hostname, port } = new URL(`http://${request.url}`)
    const up = net.connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      up.write(head)
      this.#down(up, socket)
      this.#up(socket, up)
    })
    up.on('error', () => socket.destroy())
    socket.on('close', () => up.destroy())
  }
}

const unconditional = ({ 'if-none-match': _, 'if-modified-since': __, ...rest }) => rest
