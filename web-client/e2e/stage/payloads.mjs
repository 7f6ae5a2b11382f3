// Two hundred texts that would run as script somewhere, were they ever taken for more than text. Whatever of them runs sets
// `struck` in the page or opens a dialog.

// What is to run, in words that fit between quotes of either kind.
const acts = ['struck=1', 'window.struck=1', 'alert(1)', 'top[/struck/.source]=1', 'self.struck=1']

const shapes = [
  '<script>RUN</script>', '</script><script>RUN</script>', '<ScRiPt>RUN</sCrIpT>', '<script/x>RUN</script>', '"><script>RUN</script>', '\'><script>RUN</script>',
  '<img src=x onerror=RUN>', '<img src=x onerror="RUN">', '<img/src=x/onerror=RUN>', '"><img src=x onerror=RUN>', '<IMG SRC=x OnErRoR=RUN>', '<image src=x onerror=RUN>',
  '<svg onload=RUN>', '<svg/onload=RUN>', '<svg><script>RUN</script></svg>', '<svg><animate onbegin=RUN attributeName=x dur=1s>', '<math><mtext></form><form><mglyph><style></math><img src onerror=RUN>',
  '<body onload=RUN>', '<iframe srcdoc="<script>parent.RUN</script>">', '<iframe src="javascript:parent.RUN">', '<object data="javascript:RUN">', '<embed src="javascript:RUN">',
  '<a href="javascript:RUN">x</a>', '[x](javascript:RUN)', 'javascript:RUN', '<details open ontoggle=RUN>', '<video><source onerror=RUN></video>', '<audio src=x onerror=RUN>',
  '<input autofocus onfocus=RUN>', '<select autofocus onfocus=RUN>', '<textarea autofocus onfocus=RUN>', '<marquee onstart=RUN>', '<style>@keyframes x{}</style><b style="animation:x" onanimationstart=RUN>',
  '<meta http-equiv=refresh content="0;javascript:RUN">', '" onmouseover=RUN autofocus onfocus=RUN x="', '\' onfocus=RUN autofocus x=\'', '{{constructor.constructor("RUN")()}}', '${RUN}', '<template><script>RUN</script></template>', '<!--><script>RUN</script>-->',
]

export const payloads = acts.flatMap((act) => shapes.map((shape) => shape.replaceAll('RUN', act)))

// Those that have not been put anywhere for longest come first.
const queue = [...payloads]
const placed = new Set()

/** As many of them as go into a field of so many characters; one, of those that a file's name can hold, when `forFile`. */
export function fill(most, { forFile = false } = {}) {
  let text = ''
  for (const one of [...queue]) {
    if (text.length + one.length + 1 > most || (forFile && (text !== '' || /[/\\:*?|]/.test(one)))) continue
    text += (text === '' ? '' : ' ') + one
    queue.push(...queue.splice(queue.indexOf(one), 1))
    placed.add(one)
  }
  if (text === '') throw new Error(`none of them fits into ${most} characters`)
  return text
}

/** How many of them have been put somewhere. */
export const used = () => placed.size
