using System.IO.Compression;
using System.Text;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

public sealed record PacketArchive(string Name, byte[] Zip);

/// <summary>
/// The complete packet as a zip, to be taken to the court in person: papers, sealed PDF, and a manifest that names every file's hash. For the applicants
/// alone, whose numbers and addresses stand in it, and only while no court is connected.
/// </summary>
public sealed class DownloadPacket(ConfirmationChange change, PacketMaking making, ICourtLink court)
{
    public async Task<PacketArchive> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var (file, _) = await change.LoadAsync(caller, caseId, SecuredObject.ConfirmationActs, cancellation);
        ConfirmationRules.CourtConnected.When(court.State != CourtLink.None);
        ConfirmationRules.NoApplication.When(file.Confirmation is null or { IsOver: true });
        var packet = await making.MakeAsync(change.Db, file, cancellation) ?? throw ConfirmationRules.NotComplete.Refused();
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await PutAsync(archive, "manifest.json", packet.ManifestBytes(), cancellation);
            await PutAsync(archive, "司法确认申请书.txt", Encoding.UTF8.GetBytes(packet.ApplicationText), cancellation);
            await PutAsync(archive, "主持调解的证明.txt", Encoding.UTF8.GetBytes(packet.PresidingText), cancellation);
            await PutAsync(archive, packet.Agreement.Name, packet.Agreement.Bytes, cancellation);
            foreach (var (at, proof) in packet.PropertyProofs.Index()) await PutAsync(archive, $"财产权利证明/{at + 1} {proof.Name}", proof.Bytes, cancellation);
        }
        return new($"{file.Case.Number} 司法确认材料.zip", zip.ToArray());
    }

    private static async Task PutAsync(ZipArchive archive, string name, byte[] bytes, CancellationToken cancellation)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await entry.WriteAsync(bytes, cancellation);
    }
}
