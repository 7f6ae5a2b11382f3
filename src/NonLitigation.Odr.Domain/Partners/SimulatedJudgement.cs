using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>One filing in the register of a made-up court or notary.</summary>
/// <param name="Register">Its running number.</param>
/// <param name="Pace">Time between receipt and acceptance, and again to the decision.</param>
public sealed record SimulatedEntry(long Register, DateTimeOffset ReceivedAt, TimeSpan Pace);

/// <summary>What made-up court and notary have in common: first the papers are looked through, then it is accepted, then decided.</summary>
internal static class SimulatedJudgement
{
    private const int ShortestAddress = 6;

    public static IReadOnlyList<FilingAnswer> Answers(CanonicalObject packet, SimulatedEntry entry, DateTimeOffset now, string number, (FilingAnswerKind Kind, string Text) decision, string? alsoMissing = null)
    {
        var (acceptedAt, decidedAt) = (entry.ReceivedAt + entry.Pace, entry.ReceivedAt + 2 * entry.Pace);
        if (now < acceptedAt) return [];
        if ((Missing(packet) ?? alsoMissing) is { } more) return [new(1, FilingAnswerKind.MoreAsked, null, more, acceptedAt)];
        var accepted = new FilingAnswer(1, FilingAnswerKind.Accepted, number, null, acceptedAt);
        return now < decidedAt ? [accepted] : [accepted, new(2, decision.Kind, number, decision.Text, decidedAt)];
    }

    /// <summary>In fen: what is left of everything that the packet is about.</summary>
    public static long Rest(CanonicalObject packet) => Items(packet).Sum(one => one.Number("restFen") ?? 0);

    public static IEnumerable<CanonicalObject> Items(CanonicalObject packet) => (packet["items"] as CanonicalArray ?? []).OfType<CanonicalObject>();

    private static string? Missing(CanonicalObject packet)
    {
        var unclear = (packet["applicants"] as CanonicalArray ?? []).OfType<CanonicalObject>().Where(one => (one.Text("address") ?? "").Length < ShortestAddress).Select(one => one.Text("name"));
        return string.Join('、', unclear) is { Length: > 0 } names ? $"请补充{names}的详细住所，写到门牌号。" : null;
    }
}
