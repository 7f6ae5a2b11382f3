/** The declared order: a feature may import from those before it, never from those after. */
export const featureOrder = ['law', 'accounts', 'network', 'cases', 'evidence', 'rooms', 'negotiation', 'settlements', 'enterprises', 'partners', 'archive', 'insight']

const feature = (name) => `./src/features/${name}`

/** Forbidden imports: `target` may not import from `from`. */
export const featureZones = [
  ...featureOrder.flatMap((name, at) =>
    featureOrder.slice(at + 1).map((higher) => ({ target: feature(name), from: feature(higher), message: `${name} stands below ${higher}.` })),
  ),
  { target: './src/features', from: './src/app', message: 'The application composes features; features do not know it.' },
  ...['lib', 'ui', 'realtime', 'contracts'].flatMap((floor) => [
    { target: `./src/${floor}`, from: './src/features', message: `${floor} stands below every feature.` },
    { target: `./src/${floor}`, from: './src/app', message: `${floor} stands below the application.` },
  ]),
  { target: './src/lib', from: './src/ui' },
  { target: './src/lib', from: './src/realtime' },
  { target: './src/ui', from: './src/realtime' },
  { target: './src/contracts', from: './src/lib' },
]
