using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Exact bytes and the acts they need. Made by freezing alone; void for good once the agreement is reopened.</summary>
public sealed class SigningRound
{
    private readonly List<Signature> _signatures = [];

    private SigningRound() { }

    internal SigningRound(Guid agreementId, int version, byte[] text, SigningRoster roster, DateTimeOffset now)
    {
        (Id, AgreementId, Version, Text, Hash, FrozenAt) = (Guid.CreateVersion7(now), agreementId, version, text, Digest.Of(text).ToString(), now);
        _signatures.AddRange(roster.Parties.Select((p, at) => new Signature(at, SignerRole.Party, p.SignsAs, p.PartyId, p.PersonId, p.For)));
        _signatures.Add(new(_signatures.Count, SignerRole.Mediator, roster.Mediator.Name, personId: roster.Mediator.PersonId));
        _signatures.Add(new(_signatures.Count, SignerRole.Seal, roster.Seal!.OrganisationName, organisationId: roster.Seal.OrganisationId));
    }

    public Guid Id { get; private set; }
    public Guid AgreementId { get; private set; }
    /// <summary>Version of the draft that was frozen.</summary>
    public int Version { get; private set; }
    /// <summary>The exact UTF-8 bytes that are read and signed.</summary>
    public byte[] Text { get; private set; } = [];
    /// <summary>Lower-case hex SHA-256 of <see cref="Text"/>.</summary>
    public string Hash { get; private set; } = "";
    public DateTimeOffset FrozenAt { get; private set; }
    public DateTimeOffset? VoidedAt { get; private set; }
    public string? VoidedReason { get; private set; }

    /// <summary>Parties in their order, then the mediator, then the seal.</summary>
    public IReadOnlyList<Signature> Signatures => [.. _signatures.OrderBy(s => s.Position)];

    public Signature SealSeat => _signatures.Single(s => s.Role == SignerRole.Seal);

    /// <summary>Every person has signed these bytes; only the seal is left.</summary>
    public bool PeopleHaveSigned => _signatures.All(s => s.Role == SignerRole.Seal || (s.HasSigned && s.SignedHash == Hash));

    /// <summary>The last of all acts: the time of effect (人民调解法 29); null while one is missing.</summary>
    public DateTimeOffset? LastAct => _signatures.All(s => s.HasSigned) ? _signatures.Max(s => s.SignedAt) : null;

    /// <summary>Signs every open seat of this person that carries the typed name (one person may act for two parties).</summary>
    internal void Sign(Guid personId, string typedName, SigningProof proof, DateTimeOffset now)
    {
        foreach (var seat in SeatsToSign(personId, typedName)) seat.Sign(Hash, typedName.Trim(), proof, now);
    }

    internal IReadOnlyList<Signature> SeatsToSign(Guid personId, string? typedName)
    {
        var name = typedName?.Trim();
        var mine = SeatsOf(personId);
        SettlementsRules.AlreadySigned.When(mine.All(s => s.HasSigned));
        Signature[] named = [.. mine.Where(s => !s.HasSigned && s.Name == name)];
        return named.Length > 0 ? named : throw SettlementsRules.NameDiffers(mine.First(s => !s.HasSigned).Name).Refused();
    }

    internal void Decline(Guid personId, string reason, DateTimeOffset now)
    {
        var mine = SeatsOf(personId);
        SettlementsRules.AlreadySigned.When(mine.All(s => s.HasSigned));
        foreach (var seat in mine.Where(s => !s.HasSigned)) seat.Decline(reason, now);
    }

    /// <summary>Never earlier than the last signature, whatever this node's clock says.</summary>
    internal void Seal(DateTimeOffset now)
    {
        SettlementsRules.NotAllSigned.When(!PeopleHaveSigned);
        var last = _signatures.Where(s => s.HasSigned).Max(s => s.SignedAt!.Value);
        SealSeat.Sign(Hash, SealSeat.Name, new(StandingAuthorisation, null, null), now > last ? now : last);
    }

    internal void Void(string reason, DateTimeOffset now) => (VoidedAt, VoidedReason) = (now, reason);

    /// <summary>The seal follows by the organisation's standing authorisation as soon as everybody has signed.</summary>
    public const string StandingAuthorisation = "standing-authorisation";

    private List<Signature> SeatsOf(Guid personId)
    {
        var mine = _signatures.FindAll(s => s.PersonId == personId);
        SettlementsRules.NotASigner.When(mine.Count == 0);
        return mine;
    }
}
