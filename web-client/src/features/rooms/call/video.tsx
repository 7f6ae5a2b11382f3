import { useEffect, useRef } from 'react'

/** A stream on screen; one's own is mirrored and makes no sound. */
export function Video({ stream, own = false, label }: { stream: MediaStream; own?: boolean; label: string }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = stream
    video.muted = own
    video.play().catch(() => undefined) // without a picture yet it begins by itself (autoplay); the person has just pressed a button
    return () => { video.srcObject = null }
  }, [stream, own])
  return <video ref={element} autoPlay playsInline aria-label={label} data-own={own} />
}
