using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

public enum PaperState { Collecting, Fixed, SignedByHand }

/// <summary>How it was signed by hand, as the mediator who was there records it.</summary>
/// <param name="ScanSha256">Of the scan of the signed and sealed paper, lower-case hex.</param>
/// <param name="SignedOn">Day of the last signature and seal: from then on it binds (人民调解法 29).</param>
public sealed record PaperSigning(Guid ScanId, string ScanSha256, DateOnly SignedOn, string Place);

/// <summary>
/// What was agreed on marriage, adoption, inheritance and other personal status: split off from the agreement, because it cannot be signed electronically
/// (电子签名法 3), printed, signed by hand and sealed; the scan comes back into the file. One of each case.
/// </summary>
public sealed class PaperPart
{
    public const int LongestPlace = 200;

    private PaperPart() { }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public IReadOnlyList<string> Clauses { get; private set; } = [];
    public PaperState State { get; private set; }
    /// <summary>What is printed, as it was when it was fixed; null while clauses are still collected.</summary>
    public PaperText? Text { get; private set; }
    /// <summary>Of <see cref="Text"/>, lower-case hex; printed on the paper.</summary>
    public string? Hash { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid? ScanId { get; private set; }
    public string? ScanSha256 { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public string? Place { get; private set; }

    public static PaperPart Begin(Guid caseId, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), CaseId = caseId, ChangedAt = now };

    /// <summary>Takes over what was split off from the draft.</summary>
    public void Take(IReadOnlyList<string> texts, DateTimeOffset now)
    {
        SettlementsRules.PaperIsFixed.When(State != PaperState.Collecting);
        SettlementsRules.TooMuch.When(Clauses.Count + texts.Count > AgreementContent.MostClauses);
        (Clauses, ChangedAt) = ([.. Clauses, .. texts], now);
    }

    /// <summary>Drops one clause; it is not put back into the draft.</summary>
    /// <param name="number">From 1.</param>
    public void Drop(int number, DateTimeOffset now)
    {
        SettlementsRules.PaperIsFixed.When(State != PaperState.Collecting);
        SettlementsRules.NoSuchClause.When(number < 1 || number > Clauses.Count);
        (Clauses, ChangedAt) = ([.. Clauses.Where((_, at) => at != number - 1)], now);
    }

    /// <summary>From now on it can be printed, and the parties see it.</summary>
    public void Fix(AgreementHeading heading, DateTimeOffset now)
    {
        SettlementsRules.PaperIsFixed.When(State != PaperState.Collecting);
        SettlementsRules.PaperIsEmpty.When(Clauses.Count == 0);
        var text = heading.OnPaper(Clauses);
        (State, Text, Hash, ChangedAt) = (PaperState.Fixed, text, text.Hash().ToString(), now);
    }

    /// <summary>Prints of the earlier text are void.</summary>
    public void Reopen(DateTimeOffset now)
    {
        SettlementsRules.PaperIsSigned.When(State == PaperState.SignedByHand);
        SettlementsRules.PaperNotFixed.When(State == PaperState.Collecting);
        (State, Text, Hash, ChangedAt) = (PaperState.Collecting, null, null, now);
    }

    /// <param name="today">By the calendar of the place: nobody records what is yet to come.</param>
    public void Record(PaperSigning signing, DateOnly today, DateTimeOffset now)
    {
        SettlementsRules.PaperIsSigned.When(State == PaperState.SignedByHand);
        SettlementsRules.PaperNotFixed.When(State != PaperState.Fixed);
        var place = signing.Place.Trim();
        SettlementsRules.PlaceMissing.When(place.Length == 0);
        SharedRules.TextIsTooLong.When(place.Length > LongestPlace);
        SettlementsRules.NotSignedYet.When(signing.SignedOn > today);
        (State, ScanId, ScanSha256, SignedOn, Place, ChangedAt) = (PaperState.SignedByHand, signing.ScanId, signing.ScanSha256, signing.SignedOn, place, now);
    }
}
