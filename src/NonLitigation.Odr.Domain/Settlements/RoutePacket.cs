using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>One obligation as the packet states it.</summary>
/// <param name="Sentence">As in the agreement.</param>
/// <param name="ClaimedFen">In fen: what the application asks for or deposits.</param>
public sealed record RoutePacketItem(int Number, string Sentence, DateOnly DueOn, long? ClaimedFen, long ConfirmedFen, long? RestFen, IReadOnlyList<RoutePerson> Debtors, RoutePerson Creditor);

/// <summary>A party beside the applicant, as the case file has him.</summary>
public sealed record RoutePerson(string Name, string? IdNumber, string? Place, string? Contact);

/// <summary>Everything that a notary or a court needs for one party's application, as canonical JSON: the same facts give the same bytes.</summary>
/// <param name="Number">1 for the first packet; a later one supplements it, or carries the objection.</param>
/// <param name="DeedNumber">Of an execution certificate: the deed that it follows.</param>
public sealed record RoutePacket(
    RouteApplication Application, int Number, string CaseNumber, string AgreementText, string FrozenHash, DateTimeOffset EffectiveAt, IReadOnlyList<RoutePacketItem> Items,
    IReadOnlyList<(string Name, EnforcementAcceptance Acceptance)> Acceptances, string? DeedNumber, PresidingProof Presiding, PacketFile Agreement)
{
    /// <summary>E.g. <c>nonlitigation-odr/notarial-deed/1</c>.</summary>
    public string Format => $"nonlitigation-odr/{Name}/1";

    public string ApplicationText => RouteWording.Write(this);

    private string Name => Application switch
    {
        { Objection: not null } => "payment-order-objection",
        { Act: RouteAct.NotarialDeed } => "notarial-deed",
        { Act: RouteAct.ExecutionCertificate } => "execution-certificate",
        { Act: RouteAct.NotarialDeposit } => "notarial-deposit",
        _ => "payment-order",
    };

    public byte[] CanonicalBytes() => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = Format,
        ["applicationId"] = Application.Id.ToString("D"),
        ["number"] = Number,
        ["recipient"] = new CanonicalObject { ["code"] = Application.Recipient.Code, ["name"] = Application.Recipient.Name },
        ["application"] = ApplicationText,
        ["applicants"] = new CanonicalArray(
        [
            new CanonicalObject
            {
                ["partyId"] = Application.PartyId.ToString("D"), ["name"] = Application.Name, ["representedBy"] = Application.RepresentedBy, ["idNumber"] = Application.IdNumber,
                ["address"] = Application.Address, ["contact"] = Application.Contact, ["consent"] = Application.Consent,
            },
        ]),
        ["items"] = new CanonicalArray(Items.Select(Item)),
        ["acceptances"] = new CanonicalArray(Acceptances.Select(one => new CanonicalObject
        {
            ["partyId"] = one.Acceptance.PartyId.ToString("D"), ["name"] = one.Name, ["words"] = one.Acceptance.Words, ["frozenHash"] = one.Acceptance.FrozenHash,
            ["method"] = one.Acceptance.Method, ["acceptedAt"] = Instant(one.Acceptance.AcceptedAt),
        })),
        ["ground"] = Application.Ground?.ToString(),
        ["reason"] = Application.Reason,
        ["objection"] = Application.Objection,
        ["deedNumber"] = DeedNumber,
        ["caseNumber"] = CaseNumber,
        ["effectiveAt"] = Instant(EffectiveAt),
        ["frozenHash"] = FrozenHash,
        ["agreementText"] = AgreementText,
        ["agreement"] = Agreement.ToCanonical(withContent: true),
        ["presiding"] = Presiding.ToCanonical(),
    });

    private static CanonicalObject Item(RoutePacketItem one) => new()
    {
        ["number"] = one.Number, ["sentence"] = one.Sentence, ["dueOn"] = one.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["claimedFen"] = CanonicalValue.From(one.ClaimedFen),
        ["confirmedFen"] = one.ConfirmedFen, ["restFen"] = CanonicalValue.From(one.RestFen), ["debtors"] = new CanonicalArray(one.Debtors.Select(Person)), ["creditor"] = Person(one.Creditor),
    };

    private static CanonicalObject Person(RoutePerson one) => new() { ["name"] = one.Name, ["idNumber"] = one.IdNumber, ["place"] = one.Place, ["contact"] = one.Contact };

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
