using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// The agreement as it is signed. <see cref="CanonicalBytes"/> are the exact bytes that are frozen and hashed; they hold both the parts
/// and the text (<see cref="ToPlainText"/>) that every signer reads, so the one cannot differ from the other unseen.
/// </summary>
/// <param name="Facts">Main facts, what is disputed, and each party's responsibility (人民调解法 29).</param>
public sealed record AgreementText(
    Guid AgreementId, int Version, string CaseNumber, string OrganisationName, string MediatorName, IReadOnlyList<AgreementParty> Parties,
    string Facts, IReadOnlyList<string> Clauses, IReadOnlyList<AgreementObligation> Obligations)
{
    public const string Format = "nonlitigation-odr/agreement/1";

    /// <summary>SHA-256 of <see cref="CanonicalBytes"/>: what each signature names.</summary>
    public Digest Hash() => Digest.Of(CanonicalBytes());

    public byte[] CanonicalBytes() => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = Format,
        ["agreementId"] = AgreementId.ToString("D"),
        ["version"] = Version,
        ["caseNumber"] = CaseNumber,
        ["organisation"] = OrganisationName,
        ["mediator"] = MediatorName,
        ["parties"] = new CanonicalArray(Parties.Select(party => party.ToCanonical())),
        ["facts"] = Facts,
        ["clauses"] = new CanonicalArray(Clauses.Select(clause => CanonicalValue.From(clause))),
        ["obligations"] = new CanonicalArray(Obligations.Select(obligation => obligation.ToCanonical())),
        ["text"] = ToPlainText(),
    });

    /// <summary>The text that every signer reads, in Chinese, lines ended by a line feed.</summary>
    public string ToPlainText() => AgreementWording.Write(this);

    /// <summary>Everybody who owes an obligation, as it is written: 甲、乙.</summary>
    public string ObligorsOf(AgreementObligation obligation) =>
        string.Join('、', obligation.JointObligorPartyIds.Prepend(obligation.ObligorPartyId).Select(NameOf));

    /// <summary>The name of a party of this agreement.</summary>
    /// <exception cref="ArgumentException">When it is no party of this agreement.</exception>
    public string NameOf(Guid partyId) =>
        Parties.FirstOrDefault(party => party.PartyId == partyId)?.Name ?? throw new ArgumentException("No party of this agreement.", nameof(partyId));
}

/// <param name="Role">"Applicant" or "Respondent".</param>
/// <param name="MaskedIdNumber">As it may be printed, e.g. <c>3207**********1234</c>; null when there is none.</param>
/// <param name="MaskedPhone">E.g. <c>139****0001</c>.</param>
/// <param name="RepresentedBy">Name of the person who signs for the party; null when he signs for himself.</param>
public sealed record AgreementParty(Guid PartyId, string Role, string Name, string? MaskedIdNumber, string? MaskedPhone, string? RepresentedBy)
{
    public string RoleWord => Role == "Applicant" ? "申请人" : "被申请人";

    internal CanonicalObject ToCanonical() => new()
    {
        ["partyId"] = PartyId.ToString("D"),
        ["role"] = Role,
        ["name"] = Name,
        ["idNumber"] = MaskedIdNumber,
        ["phone"] = MaskedPhone,
        ["representedBy"] = RepresentedBy,
    };
}

/// <param name="Amount">Null when it is not about money; then <paramref name="What"/> says what is owed.</param>
public sealed record AgreementObligation(Guid ObligorPartyId, Guid ObligeePartyId, Money? Amount, string What, string Manner, DateOnly? DueOn)
{
    /// <summary>See <see cref="Obligation.JointObligorPartyIds"/>.</summary>
    public IReadOnlyList<Guid> JointObligorPartyIds { get; init; } = [];

    internal CanonicalObject ToCanonical() => new()
    {
        ["obligor"] = ObligorPartyId.ToString("D"),
        ["jointObligors"] = new CanonicalArray(JointObligorPartyIds.Select(party => CanonicalValue.From(party.ToString("D")))),
        ["obligee"] = ObligeePartyId.ToString("D"),
        ["amountFen"] = CanonicalValue.From(Amount?.Fen),
        ["what"] = What,
        ["manner"] = Manner,
        ["dueOn"] = DueOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}
