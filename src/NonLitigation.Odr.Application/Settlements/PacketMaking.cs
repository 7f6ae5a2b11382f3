using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Puts a complete packet together: the record's facts, the sealed PDF, the papers that prove a right.</summary>
public sealed class PacketMaking(ExhibitStore exhibits)
{
    /// <returns>Null while anything is missing.</returns>
    internal async Task<ConfirmationPacket?> MakeAsync(OdrDb db, ConfirmationFile file, CancellationToken cancellation)
    {
        if (file.Confirmation is not { } confirmation || file.Packet.Presiding is not { } presiding || PacketCheck.Examine(file.Packet).Any(item => !item.IsThere)) return null;
        var pdf = await OutcomeDocuments.NewestAsync(db, file.Outcome.Id, cancellation);
        var text = AgreementTextReader.Read(file.Round.Text)?.ToPlainText() ?? throw new InvalidOperationException($"The frozen bytes of round {file.Round.Id} cannot be read.");
        var proofs = new List<PacketFile>();
        foreach (var proof in confirmation.PropertyProofs) proofs.Add(new(proof.Name, proof.MediaType, await ReadAsync(proof.Sha256, cancellation)));
        return new(
            confirmation.Id, confirmation.State == ConfirmationState.Joined ? confirmation.Packets + 1 : confirmation.Packets, confirmation.Court, file.Case.Number, text, file.Round.Hash, file.Outcome.EffectiveAt,
            confirmation.Seats, presiding, new("调解协议书.pdf", "application/pdf", pdf.Pdf), proofs);
    }

    private async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation)
    {
        await using var stored = exhibits.Open(sha256);
        var bytes = new MemoryStream();
        await stored.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
