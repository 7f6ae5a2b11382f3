using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <param name="PartyId">Whose item it is; null when it belongs to nobody alone.</param>
/// <param name="Supplier">Who has to bring it.</param>
public sealed record PacketItem(PacketPart Part, Guid? PartyId, string? PartyName, bool IsThere, PacketSupplier Supplier);

/// <summary>Proof that the organisation presided over the mediation.</summary>
public sealed record PresidingProof(string Organisation, string Mediator, DateTimeOffset AcceptedAt, string SealedBy, DateTimeOffset SealedAt, string VerificationCode)
{
    /// <param name="text">The proof in words; left out where the application says it.</param>
    internal CanonicalObject ToCanonical(string? text = null)
    {
        var proof = new CanonicalObject
        {
            ["organisation"] = Organisation, ["mediator"] = Mediator, ["acceptedAt"] = Instant(AcceptedAt), ["sealedBy"] = SealedBy, ["sealedAt"] = Instant(SealedAt), ["verificationCode"] = VerificationCode,
        };
        if (text is not null) proof["text"] = text;
        return proof;
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>What there is for a packet.</summary>
/// <param name="SealedSha256">Of the sealed PDF; null while it is being prepared.</param>
/// <param name="Presiding">Null when the record does not tell who presided.</param>
public sealed record PacketFacts(
    IReadOnlyList<ConfirmationSeat> Seats, string? SealedSha256, PresidingProof? Presiding, bool NeedsProofOfRight, IReadOnlyList<PropertyProof> PropertyProofs);

/// <summary>The list of 民诉解释 353, item by item: what is there, what is missing and who has to supply it.</summary>
public static class PacketCheck
{
    public static IReadOnlyList<PacketItem> Examine(PacketFacts facts) =>
    [
        .. facts.Seats.Select(seat => Of(PacketPart.Application, seat, seat.JoinedAt is not null)),
        new(PacketPart.Agreement, null, null, facts.SealedSha256 is not null, PacketSupplier.Platform),
        new(PacketPart.Presiding, null, facts.Presiding?.Organisation, facts.Presiding is not null, PacketSupplier.Organisation),
        .. facts.NeedsProofOfRight ? [new PacketItem(PacketPart.PropertyRight, null, null, facts.PropertyProofs.Count > 0, PacketSupplier.Party)] : Array.Empty<PacketItem>(),
        .. facts.Seats.Select(seat => Of(PacketPart.Identity, seat, seat.IdNumber is not null)),
        .. facts.Seats.Select(seat => Of(PacketPart.Address, seat, seat.Address is not null)),
        .. facts.Seats.Select(seat => Of(PacketPart.Contact, seat, seat.Contact is not null)),
    ];

    private static PacketItem Of(PacketPart part, ConfirmationSeat seat, bool isThere) => new(part, seat.PartyId, seat.Name, isThere, PacketSupplier.Party);
}
