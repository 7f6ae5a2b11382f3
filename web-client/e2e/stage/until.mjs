/** Asks again until there is an answer; gives up, by name, after half a minute. */
export async function until(what, ask, seconds = 30) {
  for (const end = Date.now() + seconds * 1_000; ; ) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
