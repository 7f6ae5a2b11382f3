using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>Where an upload goes: into a case file, into a room, or aside until the application is filed.</summary>
public sealed record UploadPlace(Guid? CaseId, Guid? RoomId, Guid? ClientMessageId);

/// <summary>Takes one file: looks at its content, draws images anew, keeps the bytes under their hash, files the exhibit.</summary>
public sealed class UploadExhibit(
    OdrDb db, CaseAccess cases, IExhibitRooms rooms, ExhibitStore store, ImageEncoding images, DiskState disks, TimeProvider time)
{
    /// <param name="length">As announced; what is really read is limited too.</param>
    public async Task<ExhibitView> Handle(Caller caller, string name, Stream content, long length, UploadPlace place, CancellationToken cancellation)
    {
        var person = caller.PersonId ?? throw SharedRules.NotFound.Refused();
        EvidenceRules.NoSpace.When(disks.UploadsStopped);
        EvidenceRules.IdMissing.When(place.RoomId is not null && (place.ClientMessageId ?? Guid.Empty) == Guid.Empty);
        EvidenceRules.TooLarge.When(length > EvidenceRules.LargestFile);
        await RefusePlaceAsync(caller, person, place, cancellation);

        var upload = await ReadAsync(content, cancellation);
        var kind = MediaKind.Of(upload);
        var bytes = kind.IsImage ? await images.EncodeAsync(upload, kind, cancellation) : upload;
        var hash = await store.PutAsync(bytes, cancellation);
        var exhibit = new Exhibit(name, kind, bytes.Length, hash, person, caller.DisplayName, time.GetUtcNow());
        return View(await FileAsync(exhibit, bytes, place, cancellation));
    }

    private async Task<Exhibit> FileAsync(Exhibit exhibit, ReadOnlyMemory<byte> bytes, UploadPlace place, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // One upload of a person at a time: a repeat finds the first one, and the counts hold.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({exhibit.UploadedBy.ToString("N")}, 11))", cancellation);
        // The same bytes of another case may be erased at this moment: put once more, they stay.
        await ExhibitStore.LockAsync(db, exhibit.Sha256, cancellation);
        await store.PutAsync(bytes, cancellation);
        if (place is { RoomId: { } room, ClientMessageId: { } message })
        {
            var earlier = await db.Set<Exhibit>().FirstOrDefaultAsync(one => one.UploadedBy == exhibit.UploadedBy && one.RoomId == room && one.ClientMessageId == message, cancellation);
            EvidenceRules.IdReused.When(earlier is not null && earlier.Sha256 != exhibit.Sha256);
            if (earlier is not null) return earlier;
            db.Add(exhibit.IntoRoom(room, message));
            await db.SaveChangesAsync(cancellation);
            exhibit.RecordedAs(await rooms.ShowAsync(db, exhibit, cancellation));
        }
        else if (place.CaseId is { } caseId)
        {
            EvidenceRules.TooMany.When(await db.Set<Exhibit>().CountAsync(one => one.CaseId == caseId, cancellation) >= EvidenceRules.MostExhibitsOfACase);
            db.Add(exhibit.IntoCase(caseId));
        }
        else
        {
            EvidenceRules.TooMany.When(await UnfiledAsync(exhibit.UploadedBy, cancellation) >= EvidenceRules.MostExhibitsBeforeFiling);
            db.Add(exhibit);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return exhibit;
    }

    /// <summary>Before a byte is read: whoever may not put something there fills no disk. What holds in a race is asked again when it is filed.</summary>
    private async Task RefusePlaceAsync(Caller caller, Guid person, UploadPlace place, CancellationToken cancellation)
    {
        if (place is { RoomId: { } room, ClientMessageId: { } message })
        {
            var repeated = await db.Set<Exhibit>().AnyAsync(one => one.UploadedBy == person && one.RoomId == room && one.ClientMessageId == message, cancellation);
            if (!repeated) await rooms.RefuseAsync(person, room, cancellation);
        }
        else if (place.CaseId is { } caseId)
        {
            var facts = await cases.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
            EvidenceRules.CaseEnded.When(facts.Case.HasEnded);
        }
        else
        {
            EvidenceRules.TooMany.When(await UnfiledAsync(person, cancellation) >= EvidenceRules.MostExhibitsBeforeFiling);
        }
    }

    private Task<int> UnfiledAsync(Guid person, CancellationToken cancellation) =>
        db.Set<Exhibit>().CountAsync(one => one.UploadedBy == person && one.CaseId == null && one.RoomId == null, cancellation);

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; (read = await content.ReadAsync(chunk, cancellation)) > 0;)
        {
            EvidenceRules.TooLarge.When(buffer.Length + read > EvidenceRules.LargestFile);
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    internal static ExhibitView View(Exhibit exhibit) => new(
        exhibit.Id, exhibit.Name, exhibit.MediaType, exhibit.Size, exhibit.Sha256, exhibit.CaseId, exhibit.RoomId, exhibit.UploadedBy, exhibit.UploadedByName, exhibit.UploadedAt);
}
