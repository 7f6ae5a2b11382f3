import type { Line } from './link'

/** SignalR is loaded when the first room is opened, not before. */
export async function buildLine(): Promise<Line> {
  const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr')
  const line = new HubConnectionBuilder().withUrl('/hubs/rooms').configureLogging(LogLevel.None).build()
  line.serverTimeoutInMilliseconds = 30_000
  line.keepAliveIntervalInMilliseconds = 10_000
  return line
}
