using System.Globalization;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What becomes of an agreement, as entries of the joint room's record.</summary>
internal static class AgreementEntries
{
    /// <summary>From here the parties see each saved version; what stands in it stands in the versions, not in the record.</summary>
    public static EntryDraft OnTable(Guid room, Guid mediator, Agreement agreement) => Note(room, mediator, Body("agreement-on-table", agreement, ("version", agreement.Version)));

    public static EntryDraft OffTable(Guid room, Guid mediator, Agreement agreement) => Note(room, mediator, Body("agreement-off-table", agreement));

    public static EntryDraft Frozen(Guid room, Guid mediator, Agreement agreement, SigningRound round) => Note(room, mediator, Body("agreement-frozen", agreement,
        ("version", round.Version), ("hash", round.Hash)));

    public static EntryDraft Reopened(Guid room, Guid mediator, Agreement agreement, string reason) => Note(room, mediator, Body("agreement-reopened", agreement,
        ("version", agreement.Version), ("reason", reason)));

    public static EntryDraft Signed(Guid room, Agreement agreement, Signature signature) => Note(room, signature.PersonId, Body("agreement-signed", agreement,
        ("role", signature.Role.ToString()), ("name", signature.Name), ("for", signature.For), ("method", signature.Method), ("hash", signature.SignedHash)));

    public static EntryDraft Declined(Guid room, Agreement agreement, Signature signature) => Note(room, signature.PersonId, Body("agreement-declined", agreement,
        ("role", signature.Role.ToString()), ("name", signature.Name), ("reason", signature.DeclinedReason), ("hash", agreement.Round!.Hash)));

    public static EntryDraft Effective(Guid room, Agreement agreement, Outcome outcome) => Note(room, null, Body("agreement-effective", agreement,
        ("effectiveAt", Instant(outcome.EffectiveAt)), ("sealedBy", agreement.Round!.SealSeat.Name), ("hash", outcome.FrozenHash), ("verificationCode", outcome.Code)));

    /// <summary>The document follows the effect; its hash joins the record when it is there.</summary>
    public static EntryDraft OutcomeReady(Guid room, Outcome outcome) => Note(room, null, new()
    {
        ["type"] = "outcome-ready", ["agreementId"] = outcome.AgreementId.ToString("D"), ["outcomeId"] = outcome.Id.ToString("D"),
        ["outcomeSha256"] = outcome.Sha256, ["verificationCode"] = outcome.Code,
    });

    public static EntryDraft OutcomeStamped(Guid room, Outcome outcome) => Note(room, null, new()
    {
        ["type"] = "outcome-stamped", ["agreementId"] = outcome.AgreementId.ToString("D"), ["outcomeId"] = outcome.Id.ToString("D"), ["outcomeSha256"] = outcome.Sha256,
    });

    public static EntryDraft PaperFixed(Guid room, Guid mediator, PaperPart paper) => Note(room, mediator, new()
    {
        ["type"] = "paper-fixed", ["hash"] = paper.Hash, ["clauses"] = new CanonicalArray(paper.Clauses.Select(c => CanonicalValue.From(c))),
    });

    public static EntryDraft PaperReopened(Guid room, Guid mediator, PaperPart paper) => Note(room, mediator, new() { ["type"] = "paper-reopened" });

    /// <summary>Signed by hand: the mediator states it, the scan's hash ties the paper to the record.</summary>
    public static EntryDraft PaperSigned(Guid room, Guid mediator, PaperPart paper) => Note(room, mediator, new()
    {
        ["type"] = "paper-signed", ["hash"] = paper.Hash, ["scanSha256"] = paper.ScanSha256, ["signedOn"] = paper.SignedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["place"] = paper.Place,
    });

    private static EntryDraft Note(Guid room, Guid? author, CanonicalObject body) => EntryDraft.Note(room, TranscriptKind.Agreement, author, body);

    private static CanonicalObject Body(string type, Agreement agreement, params (string Name, CanonicalValue Value)[] members)
    {
        var body = new CanonicalObject { ["type"] = type, ["agreementId"] = agreement.Id.ToString("D") };
        foreach (var (name, value) in members) body[name] = value;
        return body;
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
