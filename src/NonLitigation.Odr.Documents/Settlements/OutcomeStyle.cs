namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>How the outcome looks on A4.</summary>
internal static class OutcomeStyle
{
    internal const string Css = """
        @page { size: A4; margin: 22mm 24mm 20mm 26mm;
          @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 9pt "LXGW WenKai"; color: #555 } }
        * { box-sizing: border-box }
        body { margin: 0; font: 12pt/1.7 "LXGW WenKai", "Noto Serif CJK SC"; color: #111; text-align: justify; overflow-wrap: anywhere; line-break: strict }
        h1 { margin: 4mm 0 2mm; font-size: 23pt; line-height: 1.3; text-align: center; letter-spacing: .22em; text-indent: .22em }
        h2 { margin: 5mm 0 1.5mm; font-size: 12.5pt; break-after: avoid }
        p { margin: 0 }
        .number { text-align: right; margin-bottom: 5mm; color: #333 }
        .party { margin: .8mm 0 }
        .text, .item { text-indent: 2em; orphans: 2; widows: 2 }
        table { width: 99.6%; border-collapse: collapse }
        .sums { margin-top: 3mm; table-layout: fixed; font-size: 10pt; line-height: 1.45; text-align: left }
        .short { break-inside: avoid }
        .sums thead { display: table-header-group }
        .sums tr { break-inside: avoid }
        .sums th, .sums td { border: .5pt solid #555; padding: 1.2mm 1.8mm; vertical-align: middle }
        .sums th { background: #f3f1ec; text-align: center; white-space: nowrap }
        .sums td:first-child { text-align: center }
        .sums th:nth-child(1) { width: 11mm } .sums th:nth-child(2), .sums th:nth-child(3) { width: 24mm }
        .sums th:nth-child(5) { width: 26mm } .sums th:nth-child(6) { width: 30mm }
        .sums td:last-child, .whole { white-space: nowrap }
        .signing { margin-top: 6mm; break-inside: avoid; position: relative; min-height: 62mm }
        .signed { font-size: 11pt; line-height: 1.4; text-align: left }
        .signed tr { break-inside: avoid }
        .signed th { width: 32mm; font-weight: 400; text-align: left; white-space: nowrap; padding: 2mm 0 }
        .signed .name { font-size: 16pt; font-weight: 700; border-bottom: .5pt solid #555; width: 52mm; padding-left: 3mm }
        .signed .how { font-size: 9pt; color: #444; padding-left: 4mm }
        .office { position: relative; margin: 4mm 0 0 auto; width: 112mm; height: 48mm; padding-top: 13mm; text-align: center }
        .office .note { position: absolute; bottom: 0; left: 0; right: 0; font-size: 7.5pt; color: #777 }
        .seal { position: absolute; top: 0; left: calc(50% - 21mm); width: 42mm; height: 42mm; opacity: .86 }
        .check { width: 99.6%; margin-top: 4mm; padding: 3mm 4mm; border: .5pt solid #999; font-size: 9pt; line-height: 1.6; break-inside: avoid; text-align: left }
        .hash { font-family: "LXGW WenKai Mono", monospace; font-size: 8pt }
        """;
}
