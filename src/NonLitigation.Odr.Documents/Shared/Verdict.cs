using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Shared;

public enum VerdictKind
{
    /// <summary>Every byte is as the platform signed it, and the key is trusted.</summary>
    Genuine,

    /// <summary>One of our documents, changed after it was signed.</summary>
    Altered,

    /// <summary>Not one of our documents, or signed by nobody we trust.</summary>
    Unknown,
}

/// <summary>One sentence in both languages.</summary>
public sealed record Sentence(string Zh, string En)
{
    public string In(bool chinese) => chinese ? Zh : En;
}

/// <summary>What an offline check found.</summary>
/// <param name="Why">The finding as one sentence.</param>
/// <param name="Where">Which part was changed; null unless altered.</param>
/// <param name="DocumentKind">"outcome", "transcript", "excerpt", "publication" or "casefile"; null when it is none of them.</param>
/// <param name="SignedBy">Name of the platform key or seal that vouches for it.</param>
/// <param name="Details">Who signed, how, when, over which hash; what was withheld.</param>
public sealed record Verdict(
    VerdictKind Kind, Sentence Why, Sentence? Where, string? DocumentKind, string? CaseNumber, string? SignedBy, DateTimeOffset? SealedAt,
    IReadOnlyList<Sentence> Details)
{
    /// <summary>Roots that the file states with a signature, or lets compute from what is signed: by origin and size. Two genuine files never differ in one.</summary>
    public IReadOnlyDictionary<(string Origin, long Size), Digest> Trees { get; init; } = new Dictionary<(string, long), Digest>();

    internal static Verdict Altered(string documentKind, Sentence where) => new(VerdictKind.Altered,
        new($"文件在签发后被改动：{where.Zh}。", $"The document was changed after it was issued: {where.En}."), where, documentKind, null, null, null, []);

    internal static Verdict Unknown(Sentence why, string? documentKind = null) => new(VerdictKind.Unknown, why, null, documentKind, null, null, null, []);

    internal static Verdict NotOurs { get; } = Unknown(new("这不是本平台签发的文件。", "This is not one of our documents."));

    internal static Verdict SignerNotTrusted(string documentKind) => Unknown(
        new("签名者不在受信任名单中，无法确认真伪。", "The signer is not on the list of trusted keys, so nothing can be said."), documentKind);
}
