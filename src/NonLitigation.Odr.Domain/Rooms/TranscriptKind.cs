namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>What an entry of a transcript is.</summary>
public enum TranscriptKind
{
    Message,
    System,
    Proposal,
    Exhibit,
    Agreement,
}

/// <summary>The words of the transcript format for each kind.</summary>
public static class TranscriptKinds
{
    public static string ToWord(this TranscriptKind kind) => kind switch
    {
        TranscriptKind.Message => "message",
        TranscriptKind.System => "system",
        TranscriptKind.Proposal => "proposal",
        TranscriptKind.Exhibit => "exhibit",
        TranscriptKind.Agreement => "agreement",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static TranscriptKind? FromWord(string? word) => word switch
    {
        "message" => TranscriptKind.Message,
        "system" => TranscriptKind.System,
        "proposal" => TranscriptKind.Proposal,
        "exhibit" => TranscriptKind.Exhibit,
        "agreement" => TranscriptKind.Agreement,
        _ => null,
    };
}
