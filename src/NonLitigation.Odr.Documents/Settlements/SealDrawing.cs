using System.Globalization;
using System.Net;
using System.Text;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>Draws the round red seal as SVG: the organisation's name on an arc, a star, and a line below. A picture; the proof is the signature.</summary>
internal static class SealDrawing
{
    internal static string Svg(string organisation)
    {
        var runes = organisation.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var size = runes.Count switch { <= 12 => 24.0, <= 16 => 20.5, <= 22 => 16.5, _ => 12 };
        var radius = 85 - size / 2;
        // At most 260 degrees, and closer together when there are few characters.
        var step = Math.Min(260.0 / Math.Max(1, runes.Count - 1), size * 1.3 / radius * 180 / Math.PI);
        var svg = new StringBuilder("<svg class=\"seal\" viewBox=\"-100 -100 200 200\" role=\"img\" aria-label=\"印章图样\"><circle r=\"94\" fill=\"none\" stroke=\"#d0141b\" stroke-width=\"5\"/>");
        svg.Append(Invariant($"<path d=\"{Star(27)}\" fill=\"#d0141b\"/>"));
        for (var i = 0; i < runes.Count; i++)
        {
            var angle = (i - (runes.Count - 1) / 2.0) * step;
            svg.Append(Invariant($"<text transform=\"rotate({angle:0.##}) translate(0 {-radius + size * 0.36:0.##})\" font-size=\"{size:0.##}\" text-anchor=\"middle\" fill=\"#d0141b\" font-weight=\"700\">"))
                .Append(WebUtility.HtmlEncode(runes[i])).Append("</text>");
        }
        return svg.Append("<text y=\"60\" font-size=\"15\" text-anchor=\"middle\" fill=\"#d0141b\" font-weight=\"700\">调解专用章</text></svg>").ToString();
    }

    private static string Star(double radius)
    {
        var path = new StringBuilder();
        for (var i = 0; i < 10; i++)
        {
            var (r, angle) = (i % 2 == 0 ? radius : radius * 0.382, (i * 36 - 90) * Math.PI / 180);
            path.Append(Invariant($"{(i == 0 ? 'M' : 'L')}{r * Math.Cos(angle):0.##} {r * Math.Sin(angle):0.##}"));
        }
        return path.Append('Z').ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
