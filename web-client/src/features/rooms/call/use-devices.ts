import { useCallback, useEffect, useRef, useState } from 'react'
import { listDevices, NoDevice, openDevices, stopAll, type Device, type DeviceFault, type Wanted } from './devices'

export interface OwnDevices {
  readonly stream: MediaStream | null
  readonly fault: DeviceFault | null
  readonly devices: readonly Device[]
  readonly wanted: Wanted
  readonly choose: (wanted: Wanted) => void
  /** The stream is somebody else's from now on: it is not stopped when this goes. */
  readonly handOver: () => void
}

/** Camera and microphone for the preview; closed again when the preview goes. */
export function useDevices(): OwnDevices {
  const [wanted, choose] = useState<Wanted>({ camera: '', microphone: '' })
  const [opened, setOpened] = useState<{ stream: MediaStream | null; fault: DeviceFault | null }>({ stream: null, fault: null })
  const [devices, setDevices] = useState<readonly Device[]>([])
  const given = useRef<MediaStream | null>(null)
  useEffect(() => {
    let mine: MediaStream | null = null
    let gone = false
    setOpened({ stream: null, fault: null })
    const open = async () => {
      try {
        const stream = await openDevices(wanted)
        if (gone) { stopAll(stream); return; }
        mine = stream
        setOpened({ stream, fault: null })
        if ('mediaDevices' in navigator) setDevices(await listDevices())
      } catch (error) {
        if (!gone) setOpened({ stream: null, fault: error instanceof NoDevice ? error.fault : 'unknown' })
      }
    }
    void open()
    return () => {
      gone = true
      if (mine !== given.current) stopAll(mine)
    }
  }, [wanted])
  const handOver = useCallback(() => { given.current = opened.stream }, [opened.stream])
  return { ...opened, devices, wanted, choose, handOver }
}
