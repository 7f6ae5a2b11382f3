using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A file of the packet.</summary>
public sealed record PacketFile(string Name, string MediaType, byte[] Bytes)
{
    /// <param name="withContent">False: only the name, the size and the hash, for a manifest beside the files themselves.</param>
    internal CanonicalObject ToCanonical(bool withContent)
    {
        var file = new CanonicalObject { ["name"] = Name, ["mediaType"] = MediaType, ["size"] = Bytes.Length, ["sha256"] = Digest.Of(Bytes).ToString() };
        if (withContent) file["base64"] = Convert.ToBase64String(Bytes);
        return file;
    }
}

/// <summary>Everything a court needs for a confirmation (民诉解释 353), as canonical JSON: the same facts give the same bytes.</summary>
/// <param name="Number">1 for the first packet; a later one supplements it.</param>
/// <param name="AgreementText">The frozen text that everybody signed.</param>
/// <param name="FrozenHash">Lower-case hex SHA-256 of the frozen bytes.</param>
public sealed record ConfirmationPacket(
    Guid ConfirmationId, int Number, ChosenCourt Court, string CaseNumber, string AgreementText, string FrozenHash, DateTimeOffset EffectiveAt,
    IReadOnlyList<ConfirmationSeat> Seats, PresidingProof Presiding, PacketFile Agreement, IReadOnlyList<PacketFile> PropertyProofs)
{
    public const string Format = "nonlitigation-odr/confirmation/1";

    /// <summary>The application itself, as it is read.</summary>
    public string ApplicationText => ApplicationWording.Write(this);

    public string PresidingText => ApplicationWording.Presiding(this);

    public byte[] CanonicalBytes() => CanonicalJson.Serialize(ToCanonical(withContent: true));

    /// <summary>The same without the files' content: what a downloaded packet carries beside the files.</summary>
    public byte[] ManifestBytes() => CanonicalJson.Serialize(ToCanonical(withContent: false));

    private CanonicalObject ToCanonical(bool withContent) => new()
    {
        ["format"] = Format,
        ["confirmationId"] = ConfirmationId.ToString("D"),
        ["number"] = Number,
        ["court"] = new CanonicalObject { ["code"] = Court.Code, ["name"] = Court.Name },
        ["application"] = ApplicationText,
        ["applicants"] = new CanonicalArray(Seats.Select(Applicant)),
        ["caseNumber"] = CaseNumber,
        ["effectiveAt"] = Instant(EffectiveAt),
        ["frozenHash"] = FrozenHash,
        ["agreementText"] = AgreementText,
        ["agreement"] = Agreement.ToCanonical(withContent),
        ["presiding"] = Presiding.ToCanonical(PresidingText),
        ["propertyProofs"] = new CanonicalArray(PropertyProofs.Select(file => file.ToCanonical(withContent))),
    };

    private static CanonicalObject Applicant(ConfirmationSeat seat) => new()
    {
        ["partyId"] = seat.PartyId.ToString("D"), ["name"] = seat.Name, ["representedBy"] = seat.RepresentedBy, ["idNumber"] = seat.IdNumber, ["address"] = seat.Address,
        ["contact"] = seat.Contact, ["joinedAt"] = Instant(seat.JoinedAt!.Value), ["consent"] = seat.Consent,
    };

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
